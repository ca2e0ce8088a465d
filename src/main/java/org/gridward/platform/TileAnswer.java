package org.gridward.platform;

import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A vector tile over HTTP: with its entity tag, packed for whoever takes gzip, 204 where it is empty. */
public final class TileAnswer {

    private static final String MVT = "application/vnd.mapbox-vector-tile";

    private TileAnswer() {}

    /**
     * @param cache what Cache-Control says
     * @param known If-None-Match of the request, or null
     * @param accepts Accept-Encoding of the request
     */
    public static ResponseEntity<byte[]> of(PackedTile tile, String cache, String known, String accepts) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, cache);
        headers.set(HttpHeaders.ETAG, tile.etag());
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (known != null && known.contains(tile.etag())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        if (tile.isEmpty()) {
            return ResponseEntity.noContent().headers(headers).build();
        }
        headers.set(HttpHeaders.CONTENT_TYPE, MVT);
        if (accepts.toLowerCase(Locale.ROOT).contains("gzip")) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            return ResponseEntity.ok().headers(headers).body(tile.gzip());
        }
        return ResponseEntity.ok().headers(headers).body(tile.plain());
    }
}
