package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.application.draft.OpenedFields;
import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import java.util.List;
import org.springframework.stereotype.Component;

/** What applicants opened besides what was given back to them, and why. */
@Component
class FieldsOpened implements Chapter {

    private final OpenedFields opened;

    FieldsOpened(OpenedFields opened) {
        this.opened = opened;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return opened.of(subject.no()).stream()
                .map(field -> Told.at(field.at(), Kind.DECISION, "打开其他项目更改：“" + subject.label(field.fieldKey()) + "”")
                        .by(field.by())
                        .fact("资料", "第 " + field.revision() + " 次提交")
                        .said("原因", field.why())
                        .from("opened_field", field.id()))
                .toList();
    }
}
