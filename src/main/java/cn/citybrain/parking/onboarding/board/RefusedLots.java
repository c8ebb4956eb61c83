package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.board.BindingView.RefusalWord;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What board and page say of a lot that its channel refused. */
@Component
class RefusedLots {

    private final LotRefusals refusals;
    private final CompanyPeople people;

    RefusedLots(LotRefusals refusals, CompanyPeople people) {
        this.refusals = refusals;
        this.people = people;
    }

    /** Everything that was said, oldest first; also of a refusal that is over. */
    List<RefusalWord> of(LotBinding binding) {
        List<LotWord> said = refusals.of(binding.id());
        Map<String, String> names =
                people.names(said.stream().map(LotWord::actor).toList());
        return said.stream().map(word -> view(word, names)).toList();
    }

    private static RefusalWord view(LotWord word, Map<String, String> names) {
        String who = Role.ofGroup(word.party())
                .map(role -> role.title() + "（" + names.get(word.actor()) + "）")
                .orElseGet(() -> Channel.of(word.actor()).displayName());
        return new RefusalWord(word.kind().name(), who, words(word), word.at());
    }

    private static String words(LotWord word) {
        return switch (word.kind()) {
            case REFUSED -> "没有同意：" + word.text();
            case NOTE -> word.text();
            case ASKED -> "请运营公司处理";
            case RETURNED -> "请车场方更正";
            case RESUBMITTED -> "重新提交渠道";
            case GIVEN_UP -> "放弃这个停车场";
        };
    }
}
