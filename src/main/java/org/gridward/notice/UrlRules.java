package org.gridward.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may go: to hosts that the operator named, never to an address inside, whatever a name stands for at the
 * moment. Asked when a webhook is registered and again before every try.
 */
@Component
class UrlRules {

    /** Finds the addresses of a name. */
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Set<String> hosts;
    private final boolean insideAllowed;
    private final Names names;

    @Autowired
    UrlRules(
            @Value("${gridward.webhook.hosts:}") String hosts,
            @Value("${gridward.webhook.inside:false}") boolean insideAllowed) {
        this(hosts, insideAllowed, InetAddress::getAllByName);
    }

    UrlRules(String hosts, boolean insideAllowed, Names names) {
        this.hosts = Arrays.stream(hosts.split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.insideAllowed = insideAllowed;
        this.names = names;
    }

    /** Whether webhooks may go anywhere at all. */
    boolean isOpen() {
        return !hosts.isEmpty();
    }

    /** Why nothing may be sent to this address; empty: it may. Looks the name up. */
    Optional<String> complaint(String address) {
        Optional<String> byText = complaintOfText(address);
        return byText.isPresent() ? byText : complaintOfName(URI.create(address).getHost());
    }

    /** The same without looking the name up. */
    Optional<String> complaintOfText(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException unreadable) {
            return Optional.of("it is not a URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("only https and http are sent to");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("it needs a host, and neither user nor fragment");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (!hosts.contains(host)) {
            return Optional.of("the host '" + host + "' is not among gridward.webhook.hosts");
        }
        return Optional.empty();
    }

    private Optional<String> complaintOfName(String host) {
        try {
            for (InetAddress address : names.resolve(host)) {
                if (!insideAllowed && InsideAddresses.contains(address)) {
                    return Optional.of("'" + host + "' stands for an address inside (" + address.getHostAddress()
                            + "), which nothing is sent to");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of("the host '" + host + "' is not known right now");
        }
    }
}
