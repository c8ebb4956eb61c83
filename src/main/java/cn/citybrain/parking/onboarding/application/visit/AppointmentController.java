package cn.citybrain.parking.onboarding.application.visit;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.Appointment;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.WorkingDays;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.Masking;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.view.PaperView;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.document.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 上门签约: the date, and the contract that was signed. */
@RestController
@RequestMapping("/api/applications/{no}/appointment")
class AppointmentController {

    private final Appointments appointments;
    private final StepPapers papers;
    private final Documents documents;
    private final WorkingDays calendar;
    private final Clock clock;
    private final Guard guard;
    private final CompanyPeople people;

    AppointmentController(
            Appointments appointments,
            StepPapers papers,
            Documents documents,
            WorkingDays calendar,
            Clock clock,
            Guard guard,
            CompanyPeople people) {
        this.appointments = appointments;
        this.papers = papers;
        this.documents = documents;
        this.calendar = calendar;
        this.clock = clock;
        this.guard = guard;
        this.people = people;
    }

    /**
     * @param ahead the visit that is yet to come, null if none
     * @param contract uploaded, but not yet reported as signed; null if there is none
     * @param history newest first
     */
    record AppointmentView(Line ahead, PaperView contract, List<Line> history) {}

    /** @param contract photo of the contract where the visit was held, else null */
    record Line(
            String kind,
            String kindText,
            Instant visitAt,
            String contact,
            String note,
            PaperView contract,
            String recordedBy,
            Instant recordedAt) {}

    @GetMapping
    AppointmentView show(@PathVariable String no) {
        guard.visible(no);
        Actor actor = guard.actor();
        List<Line> history = new ArrayList<>(
                appointments.of(no).stream().map(visit -> line(visit, actor)).toList());
        Collections.reverse(history);
        return new AppointmentView(
                appointments.ahead(no).map(visit -> line(visit, actor)).orElse(null),
                papers.loose(no, StepPaper.CONTRACT)
                        .map(document -> PaperView.of(document, StepPaper.CONTRACT.label()))
                        .orElse(null),
                history);
    }

    /** Sets the date, agrees to the channel's, or moves it. */
    @PostMapping
    AppointmentView agree(@PathVariable String no, @RequestBody VisitRequest request) {
        Application application = guard.fillable(no, HeldSteps.Step.VISIT);
        if (application.state() != ApplicationState.CHANNEL_REVIEW) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，没有待安排的上门签约");
        }
        Instant visitAt = request.checked(calendar, clock).toInstant();
        appointments.agree(no, visitAt, request.contact(), guard.actor().userId());
        return show(no);
    }

    private Line line(Appointment visit, Actor actor) {
        return new Line(
                visit.kind().name(),
                visit.kind().title(),
                visit.visitAt(),
                deals(actor) ? visit.contact() : Masking.numbers(visit.contact()),
                visit.note(),
                Optional.ofNullable(visit.documentId())
                        .flatMap(documents::find)
                        .map(document -> PaperView.of(document, StepPaper.CONTRACT.label()))
                        .orElse(null),
                recordedBy(visit),
                visit.recordedAt());
    }

    /** A person's name, or the channel's where it proposed the visit itself. */
    private String recordedBy(Appointment visit) {
        return Channel.find(visit.recordedBy())
                .map(Channel::displayName)
                .orElseGet(() -> people.name(visit.recordedBy()));
    }

    /** Those who call the visitor. */
    private static boolean deals(Actor actor) {
        return actor.is(Role.LOT_OPERATOR) || actor.is(Role.OPS_REVIEWER) || actor.is(Role.OPS_SUPERVISOR);
    }
}
