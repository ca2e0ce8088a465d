package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Problem;
import org.gridward.responsibility.CategoryClass;
import org.gridward.responsibility.Declarations;
import org.gridward.responsibility.Declarations.Declared;
import org.gridward.responsibility.Duty;
import org.gridward.responsibility.JointArea;
import org.gridward.responsibility.Owner;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows and takes what is declared for a period: joint areas, owners, entries of the duty list. */
@RestController
@RequestMapping("/api/v1")
class DeclarationController {

    record Page<T>(List<Declared<T>> items) {}

    record NewJointArea(
            String layer,
            String gridCode,
            List<String> partners,
            Map<String, String> leads,
            Instant validFrom,
            Instant validTo) {}

    record NewOwner(
            String code,
            String category,
            String layer,
            String gridCode,
            String nameZh,
            String nameEn,
            String postZh,
            String postEn,
            String phone,
            String unit,
            Instant validFrom,
            Instant validTo) {}

    record NewDuty(
            String category,
            String duty,
            List<String> helperRoles,
            String categoryClass,
            Double doubtThreshold,
            String doubtAnswer,
            Instant validFrom,
            Instant validTo) {}

    private final Declarations declarations;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    DeclarationController(Declarations declarations, Idempotency idempotency, CurrentUser currentUser, Clock clock) {
        this.declarations = declarations;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping("/joint-areas")
    Page<JointArea> jointAreas(
            @RequestParam(required = false) String at, @RequestParam(required = false) String knownAt) {
        return new Page<>(declarations.jointAreas(when(at), Asked.instant("knownAt", knownAt, null)));
    }

    @GetMapping("/owners")
    Page<Owner> owners(@RequestParam(required = false) String at, @RequestParam(required = false) String knownAt) {
        return new Page<>(declarations.owners(when(at), Asked.instant("knownAt", knownAt, null)));
    }

    @GetMapping("/duties")
    Page<Duty> duties(@RequestParam(required = false) String at, @RequestParam(required = false) String knownAt) {
        return new Page<>(declarations.duties(when(at), Asked.instant("knownAt", knownAt, null)));
    }

    @PostMapping("/joint-areas")
    ResponseEntity<?> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewJointArea body) {
        List<String> partners = texts("joint-area-not-acceptable", "/partners", body.partners());
        Actor actor = currentUser.get();
        partners.forEach(partner -> Editors.of(actor, partner));
        JointArea area = new JointArea(
                Objects.toString(body.layer(), ""),
                Objects.toString(body.gridCode(), ""),
                partners,
                leads(body.leads()));
        return idempotency.once(key, actor.name(), List.of("POST /joint-areas", body), () -> {
            declarations.declare(area, body.validFrom(), body.validTo(), actor.name());
            return ResponseEntity.status(201).body(area);
        });
    }

    @PostMapping("/owners")
    ResponseEntity<?> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewOwner body) {
        Actor actor = Editors.of(currentUser.get(), body.gridCode());
        Owner owner = new Owner(
                body.code(),
                Objects.toString(body.category(), ""),
                Objects.toString(body.layer(), ""),
                Objects.toString(body.gridCode(), ""),
                body.nameZh(),
                body.nameEn(),
                body.postZh(),
                body.postEn(),
                body.phone(),
                body.unit());
        return idempotency.once(key, actor.name(), List.of("POST /owners", body), () -> {
            declarations.declare(owner, body.validFrom(), body.validTo(), actor.name());
            return ResponseEntity.status(201).body(owner);
        });
    }

    @PostMapping("/duties")
    ResponseEntity<?> declare(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewDuty body) {
        Actor actor = Editors.wholeCity(currentUser.get());
        Duty duty = new Duty(
                Objects.toString(body.category(), ""),
                Objects.toString(body.duty(), ""),
                texts("duty-not-acceptable", "/helperRoles", body.helperRoles()),
                word(CategoryClass.class, "/categoryClass", body.categoryClass(), CategoryClass.EVENT),
                body.doubtThreshold() == null ? 0.9 : body.doubtThreshold(),
                word(Duty.DoubtAnswer.class, "/doubtAnswer", body.doubtAnswer(), Duty.DoubtAnswer.ASK));
        return idempotency.once(key, actor.name(), List.of("POST /duties", body), () -> {
            declarations.declare(duty, body.validFrom(), body.validTo(), actor.name());
            return ResponseEntity.status(201).body(duty);
        });
    }

    private Instant when(String at) {
        return Asked.instant("at", at, clock.instant());
    }

    private static List<String> texts(String slug, String pointer, List<String> given) {
        List<String> texts = Objects.requireNonNullElse(given, List.of());
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i) == null) {
                throw nothing(slug, pointer + "/" + i);
            }
        }
        return texts;
    }

    private static Map<String, String> leads(Map<String, String> given) {
        Map<String, String> leads = Objects.requireNonNullElse(given, Map.of());
        leads.forEach((category, lead) -> {
            if (lead == null) {
                throw nothing("joint-area-not-acceptable", "/leads/" + category);
            }
        });
        return leads;
    }

    private static Problem nothing(String slug, String pointer) {
        return Problem.unprocessable(slug, "There is null at " + pointer + "; send a text or leave it out.")
                .with(pointer, Fault.MISSING, "null");
    }

    private static <E extends Enum<E>> E word(Class<E> type, String pointer, String word, E absent) {
        if (word == null) {
            return absent;
        }
        try {
            return Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.unprocessable(
                            "duty-not-acceptable",
                            "'" + word + "' is none of " + List.of(type.getEnumConstants()) + ".")
                    .with(pointer, Fault.UNKNOWN, "unknown word");
        }
    }
}
