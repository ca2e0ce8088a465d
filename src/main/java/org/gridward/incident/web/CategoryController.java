package org.gridward.incident.web;

import java.util.List;
import java.util.Optional;
import org.gridward.incident.Categories;
import org.gridward.incident.Category;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tree of categories: groups, and in each the words that can be reported. */
@RestController
class CategoryController {

    record CategoryTree(List<Node> categories) {}

    record Node(
            String code,
            String classCode,
            String classScheme,
            String nameZh,
            String nameEn,
            int tier,
            String colour,
            List<Node> children) {}

    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    @GetMapping("/api/v1/categories")
    CategoryTree tree() {
        return new CategoryTree(below(Optional.empty()));
    }

    private List<Node> below(Optional<String> parent) {
        return categories.list().stream()
                .filter(category -> category.parent().equals(parent))
                .map(this::node)
                .toList();
    }

    private Node node(Category category) {
        return new Node(
                category.code(),
                category.classCode(),
                category.classScheme(),
                category.nameZh(),
                category.nameEn(),
                category.tier(),
                category.colour(),
                below(Optional.of(category.code())));
    }
}
