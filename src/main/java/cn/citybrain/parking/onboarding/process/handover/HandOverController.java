package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.access.people.People;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 转交 and 代为办理 beside a task. */
@RestController
class HandOverController {

    private final CurrentUser user;
    private final People people;
    private final HandOverDesk desk;
    private final HandOverNotes notes;
    private final TaskPast past;

    HandOverController(CurrentUser user, People people, HandOverDesk desk, HandOverNotes notes, TaskPast past) {
        this.user = user;
        this.people = people;
        this.desk = desk;
        this.notes = notes;
        this.past = past;
    }

    /**
     * @param notes newest first; none for whoever does not do such tasks
     * @param colleagues to whom it may be given; nobody where it may not
     * @param standIn null where the reader does it for nobody
     * @param holder name of who has it, or only their role; null for nobody
     * @param mine whether the reader has it
     * @param claimable whether the reader may claim it
     */
    record View(
            List<HandOverNotes.Note> notes,
            List<Colleagues.Colleague> colleagues,
            Absent standIn,
            String holder,
            boolean mine,
            boolean claimable) {}

    /** @param name of who is away @param days Chinese */
    record Absent(String name, String days) {}

    /** @param to user id @param word why */
    record Wish(String to, String word) {}

    @GetMapping("/api/tasks/{id}/hand-over")
    View show(@PathVariable String id) {
        HandOverDesk.Offer offer = desk.offer(user.current(), id);
        return new View(
                offer.reader() ? notes.of(id) : List.of(),
                offer.to(),
                offer.standIn() == null
                        ? null
                        : new Absent(
                                people.nameOf(offer.standIn().absent()),
                                offer.standIn().days()),
                offer.holder(),
                offer.mine(),
                offer.claimable());
    }

    @GetMapping("/api/tasks/{id}/past")
    List<HandOverNotes.Note> past(@PathVariable String id) {
        return past.of(user.current(), id);
    }

    @PostMapping("/api/tasks/{id}/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable String id, @RequestBody Wish wish) {
        Actor actor = user.current();
        desk.handOver(actor, id, wish.to(), wish.word());
    }

    @PostMapping("/api/tasks/{id}/stand-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void standIn(@PathVariable String id) {
        desk.standIn(user.current(), id);
    }
}
