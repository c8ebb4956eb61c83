package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Judgements;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Spoken;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was decided about what was submitted, and what was found wrong with it, by us and by the channel. */
@Component
class ReviewsDone implements Chapter {

    private final Judgements judgements;

    ReviewsDone(Judgements judgements) {
        this.judgements = judgements;
    }

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        List<Judgements.Judged> decided = judgements.decided(subject);
        decided.forEach(each -> told.add(decision(each)));
        judgements.remarked(subject).stream()
                .filter(remarked -> decided.stream().noneMatch(each -> isPartOf(each, remarked)))
                .forEach(remarked -> told.add(remark(remarked)));
        return told;
    }

    /** What a reviewer returned it for is told with the decision. */
    private static boolean isPartOf(Judgements.Judged decided, Judgements.Remarked remarked) {
        var made = remarked.made();
        return !remarked.ofChannel()
                && decided.revision() == remarked.revision()
                && made.reason().equals(decided.remarks().get(made.label()));
    }

    private static Entry decision(Judgements.Judged decided) {
        var made = decided.made();
        Told told = Told.at(made.at(), Kind.DECISION, made.words() + "（第 " + decided.revision() + " 次提交的资料）")
                .by(made.by() == null ? null : made.by().id())
                .fact("决定", made.words())
                .fact("依据资料", "第 " + decided.revision() + " 次提交")
                .fact("原因", made.reason());
        decided.remarks().forEach((label, reason) -> told.fact("退回项：" + label, reason));
        return told.fact("已确认的提示", String.join("、", made.confirmedDoubts()))
                .fact("流程执行", made.usedAt() == null ? "未执行（被后来的决定取代，或尚未提交）" : Spoken.time(made.usedAt()))
                .from("review_decision", decided.id());
    }

    private static Entry remark(Judgements.Remarked remarked) {
        var made = remarked.made();
        boolean channel = remarked.ofChannel();
        return Told.at(made.at(), channel ? Kind.CHANNEL_ANSWER : Kind.DECISION, "指出问题：" + made.label())
                .by(made.by() == null ? null : made.by().id())
                .fact("提出方", made.source())
                .fact("原因", made.reason())
                .fact("针对资料", "第 " + remarked.revision() + " 次提交")
                .from("field_remark", remarked.id());
    }
}
