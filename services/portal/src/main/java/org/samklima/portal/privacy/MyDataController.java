package org.samklima.portal.privacy;

import java.util.List;
import org.samklima.keycloak.SignedIn;
import org.samklima.pages.Notice;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What Samklima knows about me, and asking it to forget. */
@Controller
class MyDataController {

    private final MyData data;

    MyDataController(MyData data) {
        this.data = data;
    }

    @GetMapping("/me/data")
    String show(Authentication authentication, Model model) {
        model.addAttribute("data", data.of(SignedIn.of(authentication)));
        return "privacy/me";
    }

    @GetMapping("/me/data/file")
    ResponseEntity<MyData.Everything> file(Authentication authentication) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("samklima-my-data.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(data.of(SignedIn.of(authentication)));
    }

    @PostMapping("/me/erasure-requests")
    String ask(
            @RequestParam(defaultValue = "") List<String> tenants,
            Authentication authentication,
            RedirectAttributes redirect) {
        if (tenants.isEmpty()) {
            Notice.error("privacy.asked-nowhere").on(redirect);
        } else {
            data.askToBeErased(SignedIn.of(authentication), tenants);
            Notice.success("privacy.asked").on(redirect);
        }
        return "redirect:/me/data";
    }

    @PostMapping("/me/erasure-withdrawals")
    String takeBack(@RequestParam String tenant, Authentication authentication, RedirectAttributes redirect) {
        data.takeBack(SignedIn.of(authentication), tenant);
        Notice.success("privacy.taken-back").on(redirect);
        return "redirect:/me/data";
    }

    /** The same as data. */
    @RestController
    static class Api {

        private final MyData data;

        Api(MyData data) {
            this.data = data;
        }

        /** Everything that names the person behind the token, in every tenant they work in. */
        @GetMapping("/api/v1/me/data")
        MyData.Everything show(Authentication authentication) {
            return data.of(SignedIn.of(authentication));
        }
    }
}
