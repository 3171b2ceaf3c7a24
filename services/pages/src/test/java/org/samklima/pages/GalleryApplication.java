package org.samklima.pages;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An application with nothing but pages that show the shell and every component. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GalleryApplication.GalleryController.class)
class GalleryApplication {

    @Controller
    static class GalleryController {

        @GetMapping("/plain")
        String plain() {
            return "gallery/plain";
        }

        @GetMapping("/unknown-word")
        String unknownWord() {
            return "gallery/unknown-word";
        }

        @PostMapping("/saved")
        String save(RedirectAttributes redirect) {
            Notice.success("gallery.saved", "Nyby").on(redirect);
            return "redirect:/plain";
        }
    }
}
