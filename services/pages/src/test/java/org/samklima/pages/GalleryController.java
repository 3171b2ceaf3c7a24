package org.samklima.pages;

import java.util.List;
import java.util.Map;
import org.samklima.published.NotationKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class GalleryController {

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

    @GetMapping("/gallery")
    String gallery(PageAddress address, Model model) {
        model.addAttribute("crumbs", List.of(new Crumb("Klimatringen", "/gallery"), new Crumb("Medlemmar", "/plain")));
        model.addAttribute("sorting", Sorting.of(address, List.of("name", "emissions", "change")));
        model.addAttribute("pagination", Pagination.of(address, 25, 1_290));
        model.addAttribute("members", GalleryData.MEMBERS);
        model.addAttribute("notEstimated", NotationKey.NE);
        return "gallery/components";
    }

    @GetMapping("/charts")
    String charts(Model model) {
        model.addAttribute(
                "charts",
                List.of(
                        GalleryData.lines(),
                        GalleryData.stacked(false),
                        GalleryData.stacked(true),
                        GalleryData.bars(),
                        GalleryData.dots()));
        return "gallery/charts";
    }

    @GetMapping("/charts/lines")
    @ResponseBody
    ChartData lines() {
        return GalleryData.lines();
    }

    @GetMapping("/sheet")
    String sheet(Model model) {
        model.addAttribute("chart", GalleryData.stacked(false));
        return "gallery/sheet";
    }

    @GetMapping("/form")
    String form(Model model) {
        model.addAttribute("form", GalleryForm.example());
        return form(model.asMap());
    }

    @PostMapping("/form")
    String submit(@ModelAttribute("form") GalleryForm form, BindingResult errors, Model model) {
        if (!errors.hasErrors()) {
            if (form.title() == null || form.title().isBlank()) {
                errors.rejectValue("title", "gallery.form.title.missing");
            }
            errors.rejectValue("answers[q1]", "gallery.form.answer.missing");
        }
        return form(model.asMap());
    }

    private static String form(Map<String, Object> model) {
        model.put("sectors", List.of(Choice.of("transport", "Transporter"), Choice.of("energy", "El och fjärrvärme")));
        model.put(
                "states",
                List.of(
                        Choice.of("planned", "Planerad"),
                        new Choice("ongoing", "Pågår", "Något har gjorts i år"),
                        Choice.of("done", "Klar")));
        model.put(
                "measures",
                List.of(Choice.of("bikes", "Cykelvägar"), Choice.of("bus", "Buss"), Choice.of("rail", "Järnväg")));
        return "gallery/form";
    }

    @GetMapping("/confirm")
    String confirm() {
        return "gallery/confirm";
    }

    @GetMapping("/forbidden")
    void forbidden() {
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    @GetMapping("/conflict")
    void conflict() {
        throw new ResponseStatusException(HttpStatus.CONFLICT);
    }

    @GetMapping({"/broken", "/broken/{secret}"})
    void broken() {
        throw new IllegalStateException("Broken on purpose");
    }
}
