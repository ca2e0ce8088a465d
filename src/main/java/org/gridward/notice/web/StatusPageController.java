package org.gridward.notice.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of a tracking code: the same for every code, so that it tells nothing by itself. */
@Controller
class StatusPageController {

    @GetMapping("/s/{code}")
    String page() {
        return "forward:/status.html";
    }
}
