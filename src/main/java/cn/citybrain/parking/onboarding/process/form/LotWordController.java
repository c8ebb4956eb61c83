package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps what somebody has to say about a refused lot before they decide: 处理渠道拒绝的停车场, 与渠道处理拒绝注册. */
@RestController
class LotWordController {

    private static final int LONGEST = 500;

    private final CurrentUser user;
    private final HeldTasks held;
    private final LotBindings bindings;
    private final LotRefusals refusals;

    LotWordController(CurrentUser user, HeldTasks held, LotBindings bindings, LotRefusals refusals) {
        this.user = user;
        this.held = held;
        this.bindings = bindings;
        this.refusals = refusals;
    }

    record Said(String text) {
        String checked() {
            String said = Typed.lines(text);
            if (said.isEmpty() || Typed.length(said) > LONGEST) {
                throw new StepRefused("请填写说明，不超过 " + LONGEST + " 字");
            }
            return said;
        }
    }

    @PostMapping("/api/bindings/{id}/refusal")
    void say(@PathVariable long id, @RequestBody Said said) {
        Actor actor = user.current();
        LotBinding lot =
                bindings.byId(id).filter(found -> actor.sees(found.tenantId())).orElseThrow(NotVisible::new);
        Role whose = whose(lot);
        if (!actor.is(whose)) {
            throw new StepForbidden("这个停车场现在由" + whose.title() + "处理");
        }
        held.obstacle(id, Set.of(form(whose)), actor.userId()).ifPresent(why -> {
            throw new StepForbidden(why);
        });
        refusals.add(id, Kind.NOTE, whose.group(), actor.userId(), said.checked());
    }

    private Role whose(LotBinding lot) {
        return refusals.stands(lot.id())
                .map(word -> word.kind() == Kind.ASKED ? Role.OPS_REVIEWER : Role.LOT_OPERATOR)
                .orElseThrow(() -> new StepRefused("停车场 " + lot.lotName() + " 现在没有被渠道拒绝"));
    }

    private static String form(Role whose) {
        return whose == Role.LOT_OPERATOR ? "correct-lot.html" : "lot-refused.html";
    }
}
