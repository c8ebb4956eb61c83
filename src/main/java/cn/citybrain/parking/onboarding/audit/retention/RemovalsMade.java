package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of an application is not told any more, and by which rule. */
@Component
class RemovalsMade implements Chapter {

    private final Removals removals;

    RemovalsMade(Removals removals) {
        this.removals = removals;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return removals.of(subject.no()).stream().map(RemovalsMade::told).toList();
    }

    private static Entry told(Removal removal) {
        return Told.at(removal.at(), Kind.REMOVAL, removal.title())
                .fact("规则", removal.rule())
                .fact("清除条数", String.valueOf(removal.rows()))
                .from("removal", removal.id());
    }
}
