package cn.citybrain.parking.onboarding.audit.look;

import cn.citybrain.parking.onboarding.application.WholeRevision;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.audit.Unclear;
import cn.citybrain.parking.onboarding.audit.access.Auditors;
import cn.citybrain.parking.onboarding.audit.story.Subjects;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows an auditor a masked value in full, once a reason was given; the look becomes part of the story. */
@RestController
class LookController {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 200;

    private static final String VISIT = "appointment/";

    private final Subjects subjects;
    private final Appointments visits;
    private final Looks looks;
    private final Auditors auditors;

    LookController(Subjects subjects, Appointments visits, Looks looks, Auditors auditors) {
        this.subjects = subjects;
        this.visits = visits;
        this.looks = looks;
        this.auditors = auditors;
    }

    /**
     * @param field key of a field of the form, or {@code appointment/} and the number of a visit: who comes
     * @param revision number of the revision that is looked at, null for the newest that has the field
     * @param reason Chinese, {@value #SHORTEST_REASON} to {@value #LONGEST_REASON} characters
     */
    record Wanted(String field, Integer revision, String reason) {

        String checkedReason() {
            String said = Typed.lines(reason);
            if (Typed.length(said) < SHORTEST_REASON || Typed.length(said) > LONGEST_REASON) {
                throw new Unclear("reason", "请填写查阅原因，" + SHORTEST_REASON + " 至 " + LONGEST_REASON + " 字，例如“核对结算账户”");
            }
            return said;
        }
    }

    /** The value in full. @param revision 0 for what belongs to none */
    record Shown(String field, String label, int revision, String value) {}

    @PostMapping("/api/audit/applications/{no}/look")
    Shown look(@PathVariable String no, @RequestBody Wanted wanted) {
        String reason = wanted.checkedReason();
        Shown shown = contact(no, wanted)
                .or(() -> find(subjects.of(no).form().revisions(), wanted))
                .orElseThrow(() -> new Unclear("field", "申请 " + no + " 提交的资料里没有这一项，请从资料页重新选择"));
        looks.field(
                no, shown.field(), shown.revision(), reason, auditors.current().userId());
        return shown;
    }

    private Optional<Shown> contact(String no, Wanted wanted) {
        return visits.of(no).stream()
                .filter(visit -> (VISIT + visit.id()).equals(wanted.field()))
                .map(visit -> new Shown(wanted.field(), "上门联系人", 0, visit.contact()))
                .findFirst();
    }

    private static Optional<Shown> find(List<WholeRevision> revisions, Wanted wanted) {
        return revisions.stream()
                .filter(revision -> wanted.revision() == null || wanted.revision() == revision.number())
                .flatMap(revision -> revision.answers().stream()
                        .filter(answer -> answer.key().equals(wanted.field()))
                        .map(answer -> new Shown(answer.key(), answer.label(), revision.number(), answer.full())))
                .reduce((earlier, later) -> later);
    }
}
