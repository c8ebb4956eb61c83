package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.board.BindingView.RefusalWord;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Who is to do what; empty when the lot is not refused now. */
    Optional<NextStep> step(LotBinding binding, String channel) {
        List<LotWord> said = refusals.open(binding.id());
        return refusals.stands(binding.id()).map(stands -> switch (stands.kind()) {
            case ASKED ->
                new NextStep(
                        channel + "没有同意，请在任务“与渠道处理拒绝注册”里处理。车场方说明：" + last(said),
                        Role.OPS_REVIEWER.title(),
                        stands.at());
            case RETURNED ->
                new NextStep("请在任务“处理渠道拒绝的停车场”里更正后重新提交。运营公司说明：" + last(said), Role.LOT_OPERATOR.title(), stands.at());
            default ->
                new NextStep(
                        channel + "没有同意：" + stands.text() + "。请在任务“处理渠道拒绝的停车场”里更正、请运营公司处理或放弃",
                        Role.LOT_OPERATOR.title(),
                        stands.at());
        });
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

    private static String last(List<LotWord> said) {
        return said.stream()
                .filter(word -> word.kind() == Kind.NOTE)
                .reduce((earlier, later) -> later)
                .map(LotWord::text)
                .orElse("");
    }
}
