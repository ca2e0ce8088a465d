package org.gridward.cooperation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the versions of an agreement and who signed which; the one that every party signed binds, its items become tasks. */
@Component
public class ProposalDesk {

    private static final TypeReference<List<GiveTask>> ITEMS = new TypeReference<>() {};
    private static final TypeReference<List<Deliberation.Party>> PARTIES = new TypeReference<>() {};
    private static final int MOST = 50;

    private final DeliberationDesk desk;
    private final DeliberationBook book;
    private final JointTaskDesk tasks;
    private final Answerable answerable;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ProposalDesk(
            DeliberationDesk desk,
            DeliberationBook book,
            JointTaskDesk tasks,
            Answerable answerable,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.tasks = tasks;
        this.answerable = answerable;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds the next version.
     *
     * @throws Problem 404, 403; 409 over, or a version binds already; 422 no text, an item that nobody answers for
     */
    @Transactional
    public DeliberationView propose(UUID id, Proposal.Draft draft, Actor actor) {
        Deliberation held = desk.holdOpen(id, null, actor);
        refuseBound(book.get(id));
        Instant now = now();
        check(draft.items(), now);
        jdbc.sql(Sql.of("cooperation/insert_proposal"))
                .param("id", Ids.next())
                .param("deliberation", id)
                .param("text", Given.text(draft.text(), "/text", Given.TEXT))
                .param("items", json.writeValueAsString(draft.items()))
                .param("by", actor.name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        book.touch(id);
        desk.tell(held, "PROPOSAL_MADE", actor, draft.text().strip());
        return book.get(id);
    }

    /**
     * A party signs the latest version. With the last signature it binds and its items become tasks.
     *
     * @param ordinal the version, from 1
     * @throws Problem 404 no such version; 403; 409 over, not the latest, signed by this party already; 422 unknown party
     */
    @Transactional
    public DeliberationView sign(UUID id, int ordinal, Proposal.Signing signing, Actor actor) {
        Deliberation held = desk.holdOpen(id, null, actor);
        DeliberationView view = book.get(id);
        refuseBound(view);
        List<Deliberation.Party> parties = json.readValue(held.parties(), PARTIES);
        Proposal proposal = latest(view, ordinal);
        String party = Given.text(signing.party(), "/party", 40);
        if (parties.stream().noneMatch(one -> one.code().equals(party))) {
            throw Given.refuse(
                    "unknown-party",
                    "/party",
                    Fault.UNKNOWN,
                    "'" + party + "' is no party of this deliberation; its parties are "
                            + parties.stream().map(Deliberation.Party::code).toList());
        }
        Instant now = now();
        insert(proposal, party, Given.text(signing.person(), "/person", Given.NAME), now, actor);
        desk.tell(held, "PROPOSAL_SIGNED", actor, "v" + ordinal + " " + party);
        int signed = jdbc.sql("SELECT count(*) FROM cooperation.signatures WHERE proposal_id = :id")
                .param("id", proposal.id())
                .query(Integer.class)
                .single();
        if (signed == parties.size()) {
            bind(held, proposal, now, actor);
        }
        book.touch(id);
        return book.get(id);
    }

    private void insert(Proposal proposal, String party, String person, Instant now, Actor actor) {
        int added = jdbc.sql("""
                        INSERT INTO cooperation.signatures (proposal_id, party, person, signed_at, taken_by)
                        VALUES (:proposal, :party, :person, :at, :by) ON CONFLICT DO NOTHING""")
                .param("proposal", proposal.id())
                .param("party", party)
                .param("person", person)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", actor.name())
                .update();
        if (added == 0) {
            throw Problem.conflict(
                    "signed-already", "'" + party + "' has signed version " + proposal.ordinal() + " already.");
        }
    }

    private void bind(Deliberation held, Proposal proposal, Instant now, Actor actor) {
        jdbc.sql("UPDATE cooperation.proposals SET signed_at = :at WHERE id = :id")
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("id", proposal.id())
                .update();
        for (GiveTask item : json.readValue(proposal.items(), ITEMS)) {
            Instant due = item.due().isAfter(now) ? item.due() : now.plusSeconds(1);
            Answerable.Body body = answerable.require(item.department(), item.party(), "/items");
            tasks.give(
                    held.incidentId(),
                    held.number(),
                    JointTaskDesk.Kind.AGREEMENT,
                    held.id(),
                    item.text().strip(),
                    body,
                    due,
                    now,
                    actor.name());
        }
        desk.tell(held, "AGREEMENT_BINDS", actor, "v" + proposal.ordinal());
    }

    private void check(List<GiveTask> items, Instant now) {
        if (items.size() > MOST) {
            throw Given.refuse(
                    "too-many-items", "/items", Fault.itemsMost(MOST), items.size() + " items; send at most " + MOST);
        }
        for (int i = 0; i < items.size(); i++) {
            String pointer = "/items/" + i;
            answerable.require(items.get(i).department(), items.get(i).party(), pointer);
            Given.text(items.get(i).text(), pointer + "/text", Given.TEXT);
            Given.later(items.get(i).due(), now, pointer + "/due");
        }
    }

    private static Proposal latest(DeliberationView view, int ordinal) {
        int last = view.proposals().size();
        if (ordinal < 1 || ordinal > last) {
            throw Problem.notFound(
                    "unknown-proposal",
                    "There is no version " + ordinal + " of this agreement; there are " + last + ".");
        }
        if (ordinal < last) {
            throw Problem.conflict(
                    "proposal-superseded",
                    "Version " + ordinal + " was superseded by version " + last + "; sign that one.");
        }
        return view.proposals().get(last - 1);
    }

    private static void refuseBound(DeliberationView view) {
        view.proposals().stream()
                .filter(proposal -> proposal.signedAt() != null)
                .findFirst()
                .ifPresent(bound -> {
                    throw Problem.conflict(
                            "agreement-binds",
                            "Version " + bound.ordinal() + " was signed by every party at " + bound.signedAt()
                                    + " and binds.");
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
