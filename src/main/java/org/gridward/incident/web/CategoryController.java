package org.gridward.incident.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.incident.Categories;
import org.gridward.incident.Category;
import org.gridward.incident.CategoryDesk;
import org.gridward.incident.CategoryTree;
import org.gridward.incident.Channels;
import org.gridward.incident.NewCategories;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Instants;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tree of categories of any time, and its further versions. */
@RestController
class CategoryController {

    record Tree(int version, Instant validFrom, List<Node> categories) {}

    /** A group or a word of it as it stands in its version; where it belongs is where it hangs. */
    record Node(
            @JsonUnwrapped @JsonIgnoreProperties({"parent", "ordinal"})
            Category category,

            List<Node> children) {}

    private final Categories categories;
    private final CategoryDesk desk;
    private final Channels channels;
    private final Idempotency idempotency;
    private final CurrentUser currentUser;
    private final Clock clock;

    CategoryController(
            Categories categories,
            CategoryDesk desk,
            Channels channels,
            Idempotency idempotency,
            CurrentUser currentUser,
            Clock clock) {
        this.categories = categories;
        this.desk = desk;
        this.channels = channels;
        this.idempotency = idempotency;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @GetMapping("/api/v1/categories")
    ResponseEntity<Tree> tree(
            @RequestParam(required = false) String at, @RequestParam(required = false) String knownAt) {
        Instant when = Instants.parseOrNull(at, "/at");
        CategoryTree tree =
                categories.at(when == null ? clock.instant() : when, Instants.parseOrNull(knownAt, "/knownAt"));
        return ResponseEntity.ok()
                .eTag("\"" + tree.version().version() + "\"")
                .body(new Tree(
                        tree.version().version(), tree.version().validFrom(), below(tree.list(), Optional.empty())));
    }

    record PublicTree(List<PublicNode> categories) {}

    record PublicNode(String code, String nameZh, String nameEn, List<PublicNode> children) {}

    /** The words alone, for a page that must stay small. */
    @GetMapping("/api/v1/public/categories")
    PublicTree words() {
        List<Category> all = categories.list();
        return new PublicTree(all.stream()
                .filter(group -> group.parent().isEmpty())
                .map(group -> new PublicNode(
                        group.code(),
                        group.nameZh(),
                        group.nameEn(),
                        all.stream()
                                .filter(one -> one.parent().equals(Optional.of(group.code())))
                                .map(one -> new PublicNode(one.code(), one.nameZh(), one.nameEn(), List.of()))
                                .toList()))
                .toList());
    }

    record Versions(List<CategoryTree.Version> items) {}

    @GetMapping("/api/v1/category-versions")
    Versions versions() {
        return new Versions(categories.versions());
    }

    record ChannelList(List<Channels.Channel> items) {}

    @GetMapping("/api/v1/channels")
    ChannelList channels() {
        return new ChannelList(channels.list());
    }

    @PostMapping("/api/v1/categories")
    ResponseEntity<?> change(
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody NewCategories wanted) {
        Actor actor = Editors.wholeCity(currentUser.get());
        if (dryRun) {
            return ResponseEntity.ok(desk.change(wanted, true, actor.name()));
        }
        return idempotency.once(key, actor.name(), List.of("POST /categories", wanted), () -> {
            CategoryDesk.Changed changed = desk.change(wanted, false, actor.name());
            return ResponseEntity.created(URI.create("/api/v1/categories?at=" + changed.validFrom()))
                    .eTag("\"" + changed.version() + "\"")
                    .body(changed);
        });
    }

    private List<Node> below(List<Category> all, Optional<String> parent) {
        return all.stream()
                .filter(category -> category.parent().equals(parent))
                .map(category -> new Node(category, below(all, Optional.of(category.code()))))
                .toList();
    }
}
