package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The versions of the tree of categories, held in memory; another server's version is seen within three seconds. */
@Component
public class Categories {

    private static final Logger log = LoggerFactory.getLogger(Categories.class);

    private final CategoryReader reader;
    private final Clock clock;
    private final Map<Integer, CategoryTree> trees = new ConcurrentHashMap<>();
    private volatile List<CategoryTree.Version> versions;

    Categories(CategoryReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The tree in force now. */
    public CategoryTree now() {
        return at(clock.instant(), null);
    }

    /**
     * The tree in force at an instant, as known at another; {@code knownAt} null: as known now.
     *
     * @throws Problem 404 before the first version
     */
    public CategoryTree at(Instant at, Instant knownAt) {
        for (CategoryTree.Version version : versions()) {
            if (!version.validFrom().isAfter(at)
                    && (knownAt == null || !version.knownFrom().isAfter(knownAt))) {
                return trees.computeIfAbsent(
                        version.version(), number -> new CategoryTree(version, reader.rows(number)));
            }
        }
        throw Problem.notFound("no-categories", "There is no tree of categories at " + at + ", as known then.");
    }

    /** Every version there is, the latest first. */
    public List<CategoryTree.Version> versions() {
        List<CategoryTree.Version> held = versions;
        return held == null ? read() : held;
    }

    /** All in force now, groups first within the order of the standard's classes. */
    public List<Category> list() {
        return now().list();
    }

    /** A category that can be reported now: no group. Upper case and blanks are read as the snake_case word. */
    public Optional<Category> find(String code) {
        return now().find(code);
    }

    /** @throws Problem 422 {@code unknown-category} naming the word and some that are known */
    public Category get(String code) {
        return find(code).orElseThrow(() -> Problem.unprocessable(
                        "unknown-category",
                        "'" + brief(code) + "' is no category of incidents; GET /api/v1/categories lists them, such as "
                                + some() + ".")
                .with("/category", Fault.UNKNOWN, "unknown category"));
    }

    @Scheduled(fixedDelay = 3_000)
    void look() {
        try {
            List<CategoryTree.Version> held = versions;
            if (held != null && held.get(0).version() != reader.latest()) {
                read();
            }
        } catch (DataAccessException away) {
            log.debug("Categories not looked at: {}", away.toString());
        }
    }

    /** Reads the versions anew once the present transaction has committed. */
    void readAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                read();
            }
        });
    }

    private synchronized List<CategoryTree.Version> read() {
        List<CategoryTree.Version> fresh = reader.versions();
        versions = fresh;
        return fresh;
    }

    private String some() {
        return now().list().stream()
                .filter(category -> category.parent().isPresent())
                .map(Category::code)
                .limit(6)
                .collect(Collectors.joining(", "));
    }

    private static String brief(String code) {
        return code != null && code.length() > 80 ? code.substring(0, 80) + "…" : code;
    }
}
