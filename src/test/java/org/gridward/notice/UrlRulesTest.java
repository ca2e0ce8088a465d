package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing inside is ever sent to, whatever the address looks like or its name stands for. */
class UrlRulesTest {

    private static final String OUTSIDE = "8.8.8.8";

    private static UrlRules standingFor(String... addresses) {
        Deque<String> answers = new ArrayDeque<>(List.of(addresses));
        return new UrlRules("hooks.example.org, api.example.org,127.0.0.1,localhost,[::1]", false, host -> {
            String now = answers.size() > 1 ? answers.poll() : answers.peek();
            return new InetAddress[] {InetAddress.getByName(now)};
        });
    }

    @Test
    void goesToAHostThatTheOperatorNamed() {
        assertThat(standingFor(OUTSIDE).complaint("https://hooks.example.org/in?x=1"))
                .isEmpty();
        assertThat(standingFor(OUTSIDE).complaint("http://API.example.org:8080/"))
                .isEmpty();
        assertThat(new UrlRules("", false).isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/latest/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://017700000001/",
                "http://127.1/",
                "http://0/",
                "http://[::ffff:127.0.0.1]/",
                "http://10.0.0.1/",
                "https://evil.example.com/",
                "https://hooks.example.org.evil.example.com/",
                "https://hooks.example.org@evil.example.com/",
                "https://user:pass@hooks.example.org/",
                "https://hooks.example.org#@evil.example.com/",
                "https://evil.example.com\\@hooks.example.org/",
                "file:///etc/passwd",
                "gopher://hooks.example.org/",
                "jar:https://hooks.example.org/x!/",
                "ftp://hooks.example.org/",
                "//hooks.example.org/",
                "https:///nothing",
                "https://hooks.example.org\r\nHost: evil/",
                "https://\u2025hooks.example.org/",
                "not a url",
                ""
            })
    void refusesTricksWithTheText(String address) {
        assertThat(standingFor(OUTSIDE).complaint(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::",
                "2001:db8::1"
            })
    void refusesANameThatStandsForAnAddressInside(String address) {
        assertThat(standingFor(address).complaint("https://hooks.example.org/")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111"})
    void takesAddressesOutside(String address) {
        assertThat(standingFor(address).complaint("https://hooks.example.org/")).isEmpty();
    }

    @Test
    void looksAgainBeforeEveryTry() {
        UrlRules rebinding = standingFor(OUTSIDE, "127.0.0.1");

        assertThat(rebinding.complaint("https://hooks.example.org/")).isEmpty();
        assertThat(rebinding.complaint("https://hooks.example.org/")).isPresent();
    }

    @Test
    void refusesANameWithOneAddressInsideAmongOthersAndOneThatIsNotKnown() {
        UrlRules mixed = new UrlRules("hooks.example.org", false, host ->
                new InetAddress[] {InetAddress.getByName(OUTSIDE), InetAddress.getByName("10.0.0.1")});
        UrlRules unknown = new UrlRules("hooks.example.org", false, host -> {
            throw new UnknownHostException(host);
        });

        assertThat(mixed.complaint("https://hooks.example.org/")).isPresent();
        assertThat(unknown.complaint("https://hooks.example.org/")).isPresent();
    }

    @Test
    void letsTheOperatorOpenTheInside() {
        UrlRules open = new UrlRules("127.0.0.1", true, InetAddress::getAllByName);

        assertThat(open.complaint("http://127.0.0.1:9/hook")).isEmpty();
        assertThat(open.complaint("http://127.0.0.2:9/hook")).isPresent();
    }
}
