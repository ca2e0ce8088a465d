package org.gridward.mapdata.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.gridward.grid.Receipt;

/** Announces the receipt's trailing header fields and fills them in once the last row is written. */
final class ReceiptTrailers {

    private static final List<String> FIELDS = List.of(
            "layer",
            "edition",
            "ruleVersion",
            "at",
            "knownAt",
            "in",
            "placed",
            "joint",
            "gap",
            "outside",
            "invalid",
            "sha256");

    private final AtomicReference<Receipt> receipt = new AtomicReference<>();

    /** To be called before the first byte of the answer. HTTP/1.0 knows no trailers: the address has to do there. */
    void announce(HttpServletRequest request, HttpServletResponse response) {
        if (!"HTTP/1.0".equals(request.getProtocol())) {
            response.setHeader(
                    "Trailer",
                    String.join(", ", FIELDS.stream().map(ReceiptTrailers::name).toList()));
            response.setTrailerFields(this::fields);
        }
    }

    void fill(Receipt made) {
        receipt.set(made);
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Receipt made = receipt.get();
        if (made != null) {
            made.fields().forEach((name, value) -> fields.put(name(name), String.valueOf(value)));
        }
        return fields;
    }

    /** {@code ruleVersion} becomes {@code Gridward-Rule-Version}. */
    private static String name(String field) {
        String dashed = field.replaceAll("([A-Z])", "-$1");
        return "Gridward-" + Character.toUpperCase(dashed.charAt(0)) + dashed.substring(1);
    }
}
