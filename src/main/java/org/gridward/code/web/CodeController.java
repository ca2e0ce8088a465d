package org.gridward.code.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.code.CodeDesk;
import org.gridward.code.CodeReading;
import org.gridward.code.CodeScheme;
import org.gridward.code.CodeSchemes;
import org.gridward.code.GenerateCodes;
import org.gridward.code.GivenCode;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Codes explained, validated and given out. */
@RestController
@RequestMapping("/api/v1/codes")
class CodeController {

    /** One code or many, read by a scheme, by the scheme of a layer, or by every scheme of that length. */
    record Validation(String code, List<String> codes, String scheme, Integer version, String layer, String at) {}

    private static final int MOST = 1_000;

    private final CodeDesk desk;
    private final CodeSchemes schemes;
    private final Clock clock;

    CodeController(CodeDesk desk, CodeSchemes schemes, Clock clock) {
        this.desk = desk;
        this.schemes = schemes;
        this.clock = clock;
    }

    @GetMapping("/{code}")
    Map<String, Object> explain(
            @PathVariable String code,
            @RequestParam(required = false) String scheme,
            @RequestParam(required = false) Integer version,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt) {
        Instant when = time(at);
        return view(code, scheme(scheme, version, null, when), when, Instants.parseOrNull(knownAt, "/knownAt"));
    }

    /** Every code with what each part means; {@code valid} false with the faults where one does not fit. */
    @PostMapping("/validate")
    Map<String, Object> validate(@RequestBody Validation asked) {
        List<String> codes = new ArrayList<>(asked.codes() == null ? List.of() : asked.codes());
        if (asked.code() != null) {
            codes.add(0, asked.code());
        }
        if (codes.isEmpty() || codes.size() > MOST || codes.contains(null)) {
            throw Problem.unprocessable("codes-missing", "Send code, or codes with 1 to " + MOST + " texts.")
                    .with("/codes", Fault.count(1, MOST), codes.size() + " codes");
        }
        Instant when = time(asked.at());
        Optional<CodeScheme> scheme = scheme(asked.scheme(), asked.version(), asked.layer(), when);
        List<Map<String, Object>> items =
                codes.stream().map(code -> view(code, scheme, when, null)).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("at", when);
        body.put("valid", items.stream().allMatch(item -> (boolean) item.get("valid")));
        body.put("items", items);
        return body;
    }

    /** The next codes of a parent that were never used, in reading order where shapes are sent. */
    @PostMapping("/generate")
    Map<String, Object> generate(@RequestBody GenerationBody asked) {
        Instant when = time(asked.at());
        CodeScheme scheme = scheme(asked.scheme(), asked.version(), asked.layer(), when)
                .orElseThrow(() -> Problem.unprocessable(
                                "scheme-missing", "Name the layer that wants codes, or a scheme (and version).")
                        .with("/layer", Fault.MISSING, "missing"));
        GenerateCodes wanted = asked.read(scheme);
        List<GivenCode> given = desk.generate(wanted, when);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("scheme", scheme.id());
        body.put("schemeVersion", scheme.version());
        body.put("parent", wanted.parent());
        body.put("codes", given);
        return body;
    }

    private Map<String, Object> view(String code, Optional<CodeScheme> scheme, Instant at, Instant knownAt) {
        List<CodeReading> readings = desk.read(code, scheme, at, knownAt);
        String written = code.strip();
        List<CodeDesk.Bearer> bearers = desk.bearers(written, at, knownAt);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("code", written);
        view.put("valid", readings.stream().anyMatch(CodeReading::valid));
        view.put("readings", readings);
        view.put("inForce", bearers);
        view.put("everUsed", !bearers.isEmpty() || desk.everUsed(written));
        return view;
    }

    private Optional<CodeScheme> scheme(String scheme, Integer version, String layer, Instant at) {
        if (scheme != null) {
            return Optional.of(schemes.get(scheme, version));
        }
        return Optional.ofNullable(layer).map(numbered -> schemes.of(numbered, at));
    }

    private Instant time(String at) {
        return Optional.ofNullable(Instants.parseOrNull(at, "/at")).orElseGet(clock::instant);
    }
}
