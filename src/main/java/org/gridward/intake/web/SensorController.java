package org.gridward.intake.web;

import java.util.List;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.intake.SensorDesk;
import org.gridward.intake.SensorSignal;
import org.gridward.platform.Idempotency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes what sensors send. */
@RestController
class SensorController {

    private final SensorDesk desk;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    SensorController(SensorDesk desk, Idempotency idempotency, CurrentUser currentUser) {
        this.desk = desk;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    /** 201 where the signal made an incident, 200 where it was counted with one. */
    @PostMapping("/api/v1/intake/signals")
    ResponseEntity<?> take(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody SensorSignal signal) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST /intake/signals", signal), () -> {
            SensorDesk.Taken taken = desk.take(signal, actor);
            return ResponseEntity.status(taken.created() ? 201 : 200).body(taken);
        });
    }
}
