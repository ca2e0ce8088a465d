package org.gridward.platform;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A tile server that pages may take their base map from.
 *
 * @param kind XYZ or WMTS; either way {@code url} names the tile by {z}, {x} and {y}, and {s} stands for each of {@code subdomains}
 * @param datum WGS84, CGCS2000 or GCJ02: pages shift a GCJ02 picture when they show it, and nothing else
 * @param approval the map approval number (审图号) that is shown with the attribution; may be empty
 * @param initial whether pages start with it
 */
public record BaseMapSource(
        String id,
        String nameZh,
        String nameEn,
        String kind,
        String url,
        String subdomains,
        String datum,
        String attribution,
        String approval,
        Integer zoomMost,
        Boolean initial) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");
    private static final Set<String> KINDS = Set.of("XYZ", "WMTS");
    private static final Set<String> DATUMS = Set.of("WGS84", "CGCS2000", "GCJ02");
    private static final int ZOOM_USUAL = 18;

    /** @throws IllegalArgumentException that names the member and what may stand there */
    public BaseMapSource {
        nameZh = Objects.requireNonNullElse(nameZh, id);
        nameEn = Objects.requireNonNullElse(nameEn, nameZh);
        kind = Objects.requireNonNullElse(kind, "XYZ");
        subdomains = Objects.requireNonNullElse(subdomains, "");
        attribution = Objects.requireNonNullElse(attribution, "");
        approval = Objects.requireNonNullElse(approval, "");
        zoomMost = Objects.requireNonNullElse(zoomMost, ZOOM_USUAL);
        initial = Objects.requireNonNullElse(initial, false);
        require(id != null && ID.matcher(id).matches(), "id '" + id + "' is not small letters, digits and hyphens");
        require(KINDS.contains(kind), "kind '" + kind + "' of " + id + " is neither XYZ nor WMTS");
        require(
                datum != null && DATUMS.contains(datum),
                "datum '" + datum + "' of " + id + " is none of WGS84, CGCS2000, GCJ02");
        require(
                url != null && Stream.of("{z}", "{x}", "{y}").allMatch(url::contains),
                "url of " + id + " does not name {z}, {x} and {y}");
        require(!url.contains("{s}") || !subdomains.isEmpty(), "url of " + id + " has {s} but no subdomains");
        hosts(url, subdomains).forEach(host -> {});
    }

    /** What a page must be allowed to load pictures from: scheme, host and port of each of its servers. */
    public List<String> origins() {
        return hosts(url, subdomains).toList();
    }

    private static Stream<String> hosts(String url, String subdomains) {
        Stream<String> addresses = url.contains("{s}")
                ? subdomains.chars().mapToObj(letter -> url.replace("{s}", Character.toString(letter)))
                : Stream.of(url);
        return addresses.map(BaseMapSource::origin).distinct();
    }

    private static String origin(String url) {
        URI address = URI.create(url.replaceAll("[{}| ]", "_"));
        String scheme = String.valueOf(address.getScheme());
        require(
                (scheme.equals("https") || scheme.equals("http"))
                        && address.getHost() != null
                        && HOST.matcher(address.getHost()).matches(),
                "'" + url + "' is no http or https address with a host");
        return scheme + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static void require(boolean fine, String fault) {
        if (!fine) {
            throw new IllegalArgumentException(fault);
        }
    }
}
