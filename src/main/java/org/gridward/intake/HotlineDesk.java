package org.gridward.intake;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.AuditTrail;
import org.gridward.incident.Categories;
import org.gridward.incident.ExternalNumber;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.Reporter;
import org.gridward.platform.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the orders of the 12345 hotline in, each in its own transaction: filed as an incident that keeps the order's number,
 * held for a person with the reason, or found to be there already. A file sent twice, or again after it broke off, changes
 * nothing twice.
 */
@Component
public class HotlineDesk {

    private final IncidentDesk incidents;
    private final Categories categories;
    private final OrderWords words;
    private final OrderBook book;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    HotlineDesk(
            IncidentDesk incidents,
            Categories categories,
            OrderWords words,
            OrderBook book,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.incidents = incidents;
        this.categories = categories;
        this.words = words;
        this.book = book;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Takes a file in.
     *
     * @throws Problem 422 when the fallback is no category; a row that cannot be filed is held, never a failure
     */
    public HotlineReceipt take(HotlineFile file, Iterator<HotlineOrder> orders) {
        if (file.fallback() != null) {
            categories.get(file.fallback());
        }
        HotlineReceipt.Count count = new HotlineReceipt.Count(file.name(), file.dryRun());
        Map<String, Seen> seen = new HashMap<>();
        while (orders.hasNext()) {
            one(file, orders.next(), seen, count);
        }
        HotlineReceipt receipt = count.receipt();
        if (!file.dryRun()) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("in", receipt.in());
            detail.put("filed", receipt.filed());
            detail.put("held", receipt.held());
            detail.put("repeated", receipt.repeated());
            transaction.executeWithoutResult(
                    status -> audit.append(file.actor().name(), "HOTLINE_IMPORTED", file.name(), detail));
        }
        return receipt;
    }

    private record Seen(long row, String digest) {}

    private void one(HotlineFile file, HotlineOrder order, Map<String, Seen> seen, HotlineReceipt.Count count) {
        String digest = OrderWords.digest(order);
        String number = order.number() == null ? "" : order.number().strip();
        Seen before = number.isEmpty() ? null : seen.putIfAbsent(number, new Seen(order.row(), digest));
        Optional<OrderBook.Known> known = book.find(file.source(), number, digest);
        if (known.isPresent() && known.get().sameDigest()
                || before != null && before.digest().equals(digest)) {
            count.add(order, OrderOutcome.REPEATED, null);
            return;
        }
        HeldReason refused = refusal(number, before, known);
        if (refused == null) {
            try {
                file(file, order, number, digest);
                count.add(order, OrderOutcome.FILED, null);
                return;
            } catch (DuplicateKeyException raced) {
                count.add(order, OrderOutcome.REPEATED, null);
                return;
            } catch (Problem problem) {
                refused = words.reason(problem, order);
            }
        }
        if (!file.dryRun()) {
            HeldReason reason = refused;
            transaction.executeWithoutResult(status -> book.hold(file, order, number, digest, reason));
        }
        count.add(order, OrderOutcome.HELD, refused);
    }

    private static HeldReason refusal(String number, Seen before, Optional<OrderBook.Known> known) {
        if (number.isEmpty()) {
            return new HeldReason(
                    "number-missing", "The order has no number; without it a second copy is not known.", List.of());
        }
        if (number.length() > 60 || number.chars().anyMatch(Character::isISOControl)) {
            return new HeldReason(
                    "number-not-acceptable", "The number is too long or holds control characters.", List.of());
        }
        if (before != null) {
            return new HeldReason(
                    "doubled-number",
                    "The number " + number + " stands in row " + before.row() + " of the same file with other content.",
                    List.of());
        }
        return known.map(order -> new HeldReason(
                        "number-taken",
                        "The number " + number + " came before, in row " + order.row() + " of " + order.file()
                                + ", with other content.",
                        List.of()))
                .orElse(null);
    }

    private void file(HotlineFile file, HotlineOrder order, String number, String digest) {
        ReportIncident report = new ReportIncident(
                words.category(order, file.fallback()),
                words.text(order),
                words.where(order),
                "HOTLINE_12345",
                order.occurredAt(),
                new Reporter(OrderWords.cut(order.reporterName(), 100), OrderWords.cut(order.phone(), 40)),
                null,
                new ExternalNumber(file.source(), number));
        transaction.executeWithoutResult(status -> {
            UUID incident = incidents.report(report, file.actor()).incident().id();
            if (file.dryRun()) {
                status.setRollbackOnly();
            } else {
                book.filed(file, order, number, digest, incident);
            }
        });
    }
}
