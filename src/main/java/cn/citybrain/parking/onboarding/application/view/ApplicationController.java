package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.register.ApplicationList;
import cn.citybrain.parking.onboarding.application.register.ApplicationList.Filter;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.Line;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the applications look, and the forms they are filled in with. */
@RestController
@RequestMapping("/api/applications")
class ApplicationController {

    private final ApplicationList list;
    private final ApplicationViews views;
    private final Catalogues catalogues;
    private final Guard guard;

    ApplicationController(ApplicationList list, ApplicationViews views, Catalogues catalogues, Guard guard) {
        this.list = list;
        this.views = views;
        this.catalogues = catalogues;
        this.guard = guard;
    }

    /**
     * @param q words, each found in the number, the company, the channel, a lot or an open step; or the plate of a test vehicle
     * @param state none for all
     * @param mine present for those that the person began
     */
    @GetMapping
    Page<Line> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Set<ApplicationState> state,
            @RequestParam(required = false) String mine,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Actor actor = guard.actor();
        Filter filter = new Filter(
                actor.reach(),
                actor.is(Role.LOT_OPERATOR),
                state == null ? Set.of() : state,
                mine == null ? Optional.empty() : Optional.of(actor.userId()));
        return views.lines(list.find(filter, new Wanted(q, page, size)));
    }

    @GetMapping("/catalogue/{channel}")
    Catalogue catalogue(@PathVariable String channel) {
        return catalogues.of(Catalogues.channel(channel));
    }

    @GetMapping("/{no}")
    ApplicationView show(@PathVariable String no) {
        return views.of(guard.visible(no), guard.actor());
    }

    /** The form as far as the application has come, with its company's own lots and account to choose from. */
    @GetMapping("/{no}/catalogue")
    Catalogue form(@PathVariable String no) {
        return views.form(guard.visible(no), guard.actor());
    }
}
