package org.gridward.intake.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.intake.HeldOrder;
import org.gridward.intake.HeldOrders;
import org.gridward.intake.OrderOutcome;
import org.gridward.intake.SettleOrder;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.gridward.platform.VersionTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The orders of a hotline that wait for a person. */
@RestController
@RequestMapping("/api/v1/intake/orders")
class OrderController {

    private final HeldOrders orders;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;

    OrderController(HeldOrders orders, Idempotency idempotency, CurrentUser currentUser) {
        this.orders = orders;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(defaultValue = "HELD") String outcome,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int rows = Limits.require(limit);
        UUID after = cursor == null || cursor.isBlank() ? null : id(cursor);
        List<HeldOrder> found = orders.list(outcome(outcome), after, rows + 1, currentUser.get());
        List<HeldOrder> page = found.size() > rows ? found.subList(0, rows) : found;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page);
        answer.put(
                "next",
                found.size() > rows
                        ? "/api/v1/intake/orders?outcome=" + outcome(outcome) + "&limit=" + rows + "&cursor="
                                + page.get(rows - 1).id()
                        : null);
        return answer;
    }

    @GetMapping("/{id}")
    ResponseEntity<HeldOrder> get(@PathVariable String id) {
        return tagged(orders.get(id(id), currentUser.get()));
    }

    record Filed(UUID incident, String number) {}

    @PostMapping("/{id}/file")
    ResponseEntity<?> file(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody SettleOrder how) {
        Actor actor = currentUser.get();
        return idempotency.once(key, actor.name(), List.of("POST /intake/orders/file", id, how), () -> {
            var incident = orders.file(id(id), how, actor).incident();
            return ResponseEntity.status(201).body(new Filed(incident.id(), incident.number()));
        });
    }

    record Drop(String note) {}

    @PostMapping("/{id}/drop")
    ResponseEntity<HeldOrder> drop(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            @RequestBody Drop drop) {
        orders.drop(id(id), drop.note(), VersionTag.read(ifMatch, "order", "stale-order"), currentUser.get());
        return tagged(orders.get(id(id), currentUser.get()));
    }

    private static ResponseEntity<HeldOrder> tagged(HeldOrder order) {
        return ResponseEntity.ok().eTag(order.etag()).body(order);
    }

    private static OrderOutcome outcome(String word) {
        try {
            OrderOutcome outcome = OrderOutcome.valueOf(word.strip().toUpperCase(Locale.ROOT));
            if (outcome != OrderOutcome.REPEATED) {
                return outcome;
            }
        } catch (IllegalArgumentException unknown) {
            // said below, as for what is never stored
        }
        throw Problem.unreadable("unknown-outcome", "'" + word + "' is no outcome; send HELD, FILED or DROPPED.")
                .with("/outcome", Fault.UNKNOWN, "unknown outcome");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.notFound("unknown-order", "There is no order '" + text + "'; ids are UUIDs.");
        }
    }
}
