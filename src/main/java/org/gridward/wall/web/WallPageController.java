package org.gridward.wall.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of a wall; its link is in the part of the address that a browser never sends. */
@Controller
class WallPageController {

    @GetMapping("/wall")
    String page() {
        return "forward:/wall.html";
    }
}
