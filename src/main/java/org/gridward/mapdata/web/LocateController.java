package org.gridward.mapdata.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import org.gridward.mapdata.LocateDesk;
import org.gridward.mapdata.Receipts;
import org.gridward.mapdata.join.CsvJoin;
import org.gridward.mapdata.join.LayerJoin;
import org.gridward.platform.Ids;
import org.gridward.platform.Instants;
import org.gridward.platform.Jurisdiction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Joins many points with a layer at once: JSON for some, CSV for millions; each join has a receipt. */
@RestController
class LocateController {

    private static final Logger log = LoggerFactory.getLogger(LocateController.class);

    private final LocateDesk desk;
    private final Receipts receipts;
    private final Jurisdiction jurisdiction;

    LocateController(LocateDesk desk, Receipts receipts, Jurisdiction jurisdiction) {
        this.desk = desk;
        this.receipts = receipts;
        this.jurisdiction = jurisdiction;
    }

    /** {@code {"layer","at?","datum?","points":[[lon,lat],…]}} to one code or null a point, and the receipt. */
    @PostMapping(path = "/api/v1/locate", consumes = "application/json", produces = "application/json")
    Map<String, Object> json(@RequestBody JsonNode body) {
        LocateRequest question = LocateRequest.read(body, jurisdiction.box());
        LayerJoin join = desk.join(question.layer(), question.at(), question.knownAt());
        double[] lonLat = question.lonLat();
        int[] found = new int[lonLat.length / 2];
        join.locate(lonLat, found);
        String[] codes = new String[found.length];
        PointStanding[] standings = new PointStanding[found.length];
        Tally tally = new Tally();
        for (int i = 0; i < found.length; i++) {
            codes[i] = found[i] == GridLocator.NONE ? null : join.code(found[i]);
            standings[i] = join.standing(found[i], lonLat[2 * i], lonLat[2 * i + 1]);
            tally.add(standings[i], codes[i]);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("gridCodes", codes);
        answer.put("standings", standings);
        answer.put("receipt", join.receipt(tally).fields());
        return answer;
    }

    /**
     * A CSV with columns {@code lon} and {@code lat} (or those named by the parameters) to the same rows with
     * {@code grid_code} and {@code standing}. The receipt follows in trailing header fields and stays at Location.
     */
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The rows with grid_code and standing; the receipt in trailing header fields",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @PostMapping(
            path = "/api/v1/locate",
            consumes = "text/csv",
            produces = {"text/csv", "*/*"})
    void csv(
            @RequestParam String layer,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) String datum,
            @RequestParam(required = false) Optional<String> lon,
            @RequestParam(required = false) Optional<String> lat,
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LayerJoin join = desk.join(layer, Instants.parseOrNull(at, "/at"), Instants.parseOrNull(knownAt, "/knownAt"));
        CsvJoin.Columns columns = new CsvJoin.Columns(lon, lat, LocateRequest.datum(datum));
        UUID id = Ids.next();
        ReceiptTrailers trailers = new ReceiptTrailers();
        Runnable begin = () -> {
            response.setContentType(request.getContentType());
            response.setHeader("Location", "/api/v1/receipts/" + id);
            trailers.announce(request, response);
        };
        try (SpooledAnswer answer = new SpooledAnswer(response.getOutputStream(), begin)) {
            Receipt receipt = desk.csv(request.getInputStream(), columns, join, answer);
            keep(id, user.getName(), receipt);
            trailers.fill(receipt);
            answer.release();
        }
    }

    /** The receipt of an earlier CSV join. */
    @GetMapping("/api/v1/receipts/{id}")
    Map<?, ?> receipt(@PathVariable UUID id) {
        return receipts.get(id);
    }

    /** The answer does not depend on the database; when that is away, the receipt is in the trailers only. */
    private void keep(UUID id, String actor, Receipt receipt) {
        try {
            receipts.add(id, actor, "locate", receipt);
        } catch (DataAccessException away) {
            log.warn("Receipt {} not stored: {}", id, away.toString());
        }
    }
}
