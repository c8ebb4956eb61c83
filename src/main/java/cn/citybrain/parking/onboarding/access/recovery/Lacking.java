package cn.citybrain.parking.onboarding.access.recovery;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody who can log in lacks to have anything to do.
 *
 * @param advice what to do about it, Chinese
 */
public record Lacking(String title, String advice) {

    /** Where a person with nothing to do is led. */
    public static final String PAGE = "/account/waiting";

    /** Empty if one of the roles is of use. */
    public static Optional<Lacking> of(Actor actor) {
        if (Arrays.stream(Role.values()).anyMatch(role -> actor.is(role) && isOfUse(role, actor))) {
            return Optional.empty();
        }
        if (actor.is(Role.LOT_OPERATOR)) {
            return Optional.of(
                    new Lacking("您的账号还没有所属的车场方", "账号已有角色“车场方”，但没有登记您为哪家公司办理。请联系运营公司主管，在“人员”页面为您的账号选择车场方公司。"));
        }
        if (actor.is(Role.LOT_VENDOR)) {
            return Optional.of(
                    new Lacking("您的账号还没有所属的技术方", "账号已有角色“车场技术方”，但没有登记您属于哪家公司。请联系运营公司主管，在“人员”页面为您的账号选择技术方公司。"));
        }
        return Optional.of(new Lacking("您的账号还没有角色", "账号可以登录，但还没有登记您办理什么，所以暂时没有可以打开的页面。请联系运营公司主管，在“人员”页面为您的账号选择角色和公司。"));
    }

    private static boolean isOfUse(Role role, Actor actor) {
        return switch (role) {
            case LOT_OPERATOR -> actor.seesEverything() || !actor.tenants().isEmpty();
            case LOT_VENDOR -> !actor.vendorCompanies().isEmpty();
            default -> true;
        };
    }
}
