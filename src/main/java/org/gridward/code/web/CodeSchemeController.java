package org.gridward.code.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.CurrentUser;
import org.gridward.code.CodePart;
import org.gridward.code.CodeScheme;
import org.gridward.code.CodeSchemes;
import org.gridward.platform.Instants;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The layouts of codes and the layers that use them. */
@RestController
class CodeSchemeController {

    record Assignment(String scheme, Integer version, String validFrom) {}

    private final CodeSchemes schemes;
    private final CurrentUser user;
    private final Clock clock;

    CodeSchemeController(CodeSchemes schemes, CurrentUser user, Clock clock) {
        this.schemes = schemes;
        this.user = user;
        this.clock = clock;
    }

    /** Every scheme in every version with its parts, and which layer uses which, when. */
    @GetMapping("/api/v1/code-schemes")
    Map<String, Object> list() {
        return Map.of(
                "items",
                schemes.list().stream().map(CodeSchemeController::view).toList(),
                "layers",
                schemes.ofLayers());
    }

    /** From {@code validFrom} (now when absent) on, the layer is numbered by the scheme. */
    @PostMapping("/api/v1/layers/{layer}/code-scheme")
    @ResponseStatus(HttpStatus.CREATED)
    CodeSchemes.LayerScheme assign(@PathVariable String layer, @RequestBody Assignment wanted) {
        CodeScheme scheme = schemes.get(wanted.scheme() == null ? "" : wanted.scheme(), wanted.version());
        Instant from = Optional.ofNullable(Instants.parseOrNull(wanted.validFrom(), "/validFrom"))
                .orElseGet(clock::instant);
        return schemes.assign(layer, scheme, from, user.get());
    }

    private static Map<String, Object> view(CodeScheme scheme) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", scheme.id());
        view.put("version", scheme.version());
        view.put("subject", scheme.subject());
        view.put("standing", scheme.standing());
        view.put("digits", scheme.digits());
        view.put("nameZh", scheme.nameZh());
        view.put("nameEn", scheme.nameEn());
        view.put("source", scheme.source());
        view.put(
                "parts", scheme.parts().stream().map(CodeSchemeController::view).toList());
        return view;
    }

    private static Map<String, Object> view(CodePart part) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", part.name());
        view.put("nameZh", part.nameZh());
        view.put("nameEn", part.nameEn());
        view.put("from", part.fromDigit());
        view.put("length", part.length());
        view.put("rule", part.rule());
        view.put("layer", part.layer().orElse(null));
        view.put("ranges", List.copyOf(part.ranges()));
        return view;
    }
}
