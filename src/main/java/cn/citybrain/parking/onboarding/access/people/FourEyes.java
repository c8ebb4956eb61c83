package cn.citybrain.parking.onboarding.access.people;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.Collection;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * Roles that check each other: a person with both checks themselves. It is allowed, as a small company may have no second
 * person, and said wherever roles are given.
 */
@NamedInterface("services")
public final class FourEyes {

    private static final List<Pair> PAIRS = List.of(
            new Pair(Role.LOT_OPERATOR, Role.OPS_REVIEWER, "申请没有第二个人核对，而且能看到所有公司的资料"),
            new Pair(Role.LOT_OPERATOR, Role.OPS_SUPERVISOR, "本公司的超期和退款由自己处理，而且能看到所有公司的资料"),
            new Pair(Role.LOT_VENDOR, Role.OPS_REVIEWER, "自己对接的停车场由自己核对"),
            new Pair(Role.LOT_VENDOR, Role.OPS_SUPERVISOR, "自己对接的停车场由自己处理扣款和退款"),
            new Pair(Role.OPS_REVIEWER, Role.OPS_SUPERVISOR, "自己受理的申请由自己处理超期和退款"),
            new Pair(Role.LOT_OPERATOR, Role.AUDITOR, "审计的是自己办理的事"),
            new Pair(Role.LOT_VENDOR, Role.AUDITOR, "审计的是自己办理的事"),
            new Pair(Role.OPS_REVIEWER, Role.AUDITOR, "审计的是自己办理的事"),
            new Pair(Role.OPS_SUPERVISOR, Role.AUDITOR, "审计的是自己办理的事"),
            new Pair(Role.LOT_OPERATOR, Role.ADMIN, "能为自己另开账号，代替应由别人做的核对"),
            new Pair(Role.LOT_VENDOR, Role.ADMIN, "能为自己另开账号，代替应由别人做的核对"),
            new Pair(Role.OPS_REVIEWER, Role.ADMIN, "能为自己另开账号，代替应由别人做的核对"),
            new Pair(Role.OPS_SUPERVISOR, Role.ADMIN, "能为自己另开主管账号，一个人就能申请并批准退款"),
            new Pair(Role.AUDITOR, Role.ADMIN, "审计的是自己管理的账号"));

    private FourEyes() {}

    /** @param consequence of one person having both, Chinese, without a full stop */
    @NamedInterface("services")
    public record Pair(Role one, Role other, String consequence) {

        /** Chinese. */
        public String warning() {
            return "“" + one.title() + "”和“" + other.title() + "”由同一个人担任：" + consequence + "。请尽量分给两个人。";
        }

        boolean within(Collection<Role> roles) {
            return roles.contains(one) && roles.contains(other);
        }
    }

    public static List<Pair> pairs() {
        return PAIRS;
    }

    /** What is to be thought of before one person gets these roles, Chinese; empty if nothing. */
    public static List<String> warnings(Collection<Role> roles) {
        return PAIRS.stream()
                .filter(pair -> pair.within(roles))
                .map(Pair::warning)
                .toList();
    }
}
