package org.gridward.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stood at a second as digests. The canonical form is one JSON array a line, in the order of ids and codes, of all that was
 * true then and of nothing that is only computed from it (docs/timetravel.md).
 *
 * @param hash SHA-256 over the other four
 */
public record StateHash(
        Instant at,
        boolean settled,
        String hash,
        String cases,
        String editions,
        String roster,
        String units,
        int open) {

    static StateHash of(Snapshot snapshot, String roster) {
        String cases = sha256(snapshot.cases().stream().map(StateHash::line).collect(Collectors.joining("\n")));
        // What the register came to know later is shown, but did not stand then.
        String editions = sha256(snapshot.editions().stream()
                .filter(edition ->
                        edition.edition() != null && !edition.knownAt().isAfter(snapshot.at()))
                .map(edition -> json(edition.layer(), edition.edition()))
                .collect(Collectors.joining("\n")));
        String units = sha256(snapshot.units().stream()
                .filter(unit -> unit.position() != null)
                .map(StateHash::line)
                .collect(Collectors.joining("\n")));
        String all = sha256(String.join("\n", cases, editions, roster, units));
        return new StateHash(
                snapshot.at(),
                snapshot.settled(),
                all,
                cases,
                editions,
                roster,
                units,
                snapshot.cases().size());
    }

    private static String line(PastCase one) {
        List<Object> clocks = new ArrayList<>();
        one.deadlines()
                .forEach(clock -> clocks.add(Arrays.asList(
                        clock.kind(),
                        clock.due(),
                        clock.warnAt(),
                        clock.metAt(),
                        clock.standing(),
                        clock.provisional(),
                        clock.light())));
        List<Object> tasks = new ArrayList<>();
        one.tasks()
                .forEach(task -> tasks.add(Arrays.asList(
                        task.id(),
                        task.gridCode(),
                        task.part(),
                        task.role(),
                        task.person(),
                        task.unit(),
                        task.state(),
                        task.endedAt())));
        return json(
                one.id(),
                one.number(),
                one.version(),
                one.state(),
                one.tier(),
                one.colour(),
                one.matterClass(),
                one.category(),
                one.location().lon(),
                one.location().lat(),
                one.gridCode(),
                one.parkedUntil(),
                one.supervised(),
                one.held(),
                one.nextDue(),
                one.matches(),
                one.lead(),
                clocks,
                tasks);
    }

    private static String line(PastUnit unit) {
        PastUnit.Position position = unit.position();
        return json(unit.unit(), position.t(), position.lon(), position.lat(), position.gridCode());
    }

    private static String json(Object... values) {
        return JsonMapper.shared().writeValueAsString(Collections.unmodifiableList(Arrays.asList(values)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
