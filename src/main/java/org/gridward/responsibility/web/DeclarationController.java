package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
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
        List<String> partners = Objects.requireNonNullElse(body.partners(), List.<String>of());
        Actor actor = currentUser.get();
        partners.forEach(partner -> Editors.of(actor, partner));
        JointArea area = new JointArea(
                Objects.toString(body.layer(), ""),
                Objects.toString(body.gridCode(), ""),
                partners,
                Objects.requireNonNullElse(body.leads(), Map.of()));
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
                Objects.requireNonNullElse(body.helperRoles(), List.of()),
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
                    .with(pointer, "unknown word");
        }
    }
}
