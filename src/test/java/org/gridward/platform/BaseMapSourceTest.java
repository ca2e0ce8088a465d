package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseMapSourceTest {

    @Test
    void namesEachOfItsServersOnce() {
        assertThat(source("one", "https://t{s}.example.org/{z}/{x}/{y}", "012", "GCJ02")
                        .origins())
                .containsExactly("https://t0.example.org", "https://t1.example.org", "https://t2.example.org");
        assertThat(source("two", "http://10.0.0.1:8081/{z}/{x}/{y}?k=a|b", null, "WGS84")
                        .origins())
                .containsExactly("http://10.0.0.1:8081");
    }

    @ParameterizedTest
    @CsvSource({
        "A B, https://a.example.org/{z}/{x}/{y}, WGS84, id",
        "a, https://a.example.org/{z}/{x}, WGS84, '{z}, {x} and {y}'",
        "a, ftp://a.example.org/{z}/{x}/{y}, WGS84, no http",
        "a, 'https://a.example.org;script-src/{z}/{x}/{y}', WGS84, no http",
        "a, javascript:alert(1)//{z}/{x}/{y}, WGS84, no http",
        "a, https://*/{z}/{x}/{y}, WGS84, no http",
        "a, https://{s}.example.org/{z}/{x}/{y}, WGS84, subdomains",
        "a, https://a.example.org/{z}/{x}/{y}, BD09, datum",
    })
    void saysWhatIsWrong(String id, String url, String datum, String said) {
        assertThatThrownBy(() -> source(id, url, null, datum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    private static BaseMapSource source(String id, String url, String subdomains, String datum) {
        return new BaseMapSource(id, null, null, null, url, subdomains, datum, null, null, null, null);
    }
}
