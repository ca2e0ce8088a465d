package org.gridward.mapdata.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.geodesy.Datum;
import org.gridward.grid.Receipt;
import org.gridward.mapdata.LocateDesk;
import org.gridward.mapdata.Receipts;
import org.gridward.mapdata.join.CodesJson;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Joins many points with a layer at once: JSON for some, CSV for millions; each join has a receipt. */
@RestController
class LocateController {

    private static final Logger log = LoggerFactory.getLogger(LocateController.class);

    private static final String FEATURES = "application/geo+json-seq";

    private final LocateDesk desk;
    private final Receipts receipts;
    private final Jurisdiction jurisdiction;
    private final JsonMapper json;
    private final CodesJson codes;

    LocateController(LocateDesk desk, Receipts receipts, Jurisdiction jurisdiction, JsonMapper json) {
        this.json = json;
        this.codes = new CodesJson(json);
        this.desk = desk;
        this.receipts = receipts;
        this.jurisdiction = jurisdiction;
    }

    /** {@code {"layer","at?","knownAt?","datum?","points":[[lon,lat],…]}} to one code or null a point, and the receipt. */
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = JsonNode.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "A code or null for each point, how each stands, and the receipt",
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    @PostMapping(path = "/api/v1/locate", consumes = "application/json", produces = "application/json")
    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocateRequest question = LocateRequest.read(request, json, jurisdiction.box());
        byte[] answer = codes.answer(desk.join(question.layer(), question.at(), question.knownAt()), question.lonLat());
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
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
        spooled(
                user,
                request,
                response,
                request.getContentType(),
                sink -> desk.csv(request.getInputStream(), columns, join, sink));
    }

    /**
     * GeoJSON features, one a line (or a collection), to the same features with {@code grid_code} and {@code standing} among
     * their properties, one a line. The receipt as with CSV.
     */
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = FEATURES, schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description =
                                    "The features with grid_code and standing; the receipt in trailing header fields",
                            content = @Content(mediaType = FEATURES, schema = @Schema(type = "string"))))
    @PostMapping(
            path = "/api/v1/locate",
            consumes = {FEATURES, "application/geo+json", "application/x-ndjson"},
            produces = {FEATURES, "*/*"})
    void features(
            @RequestParam String layer,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) String datum,
            Principal user,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LayerJoin join = desk.join(layer, Instants.parseOrNull(at, "/at"), Instants.parseOrNull(knownAt, "/knownAt"));
        Datum known = LocateRequest.datum(datum);
        spooled(user, request, response, FEATURES, sink -> desk.geoJson(request.getInputStream(), known, join, sink));
    }

    private interface Work {
        Receipt into(CsvJoin.Sink sink) throws IOException;
    }

    private void spooled(
            Principal user, HttpServletRequest request, HttpServletResponse response, String type, Work work)
            throws IOException {
        UUID id = Ids.next();
        ReceiptTrailers trailers = new ReceiptTrailers();
        Runnable begin = () -> {
            response.setContentType(type);
            response.setHeader("Location", "/api/v1/receipts/" + id);
            trailers.announce(request, response);
        };
        try (SpooledAnswer answer = new SpooledAnswer(response.getOutputStream(), begin)) {
            Receipt receipt = work.into(answer);
            keep(id, user.getName(), receipt);
            trailers.fill(receipt);
            answer.release();
        }
    }

    /** The receipt of an earlier join. */
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
