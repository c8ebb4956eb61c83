package cn.citybrain.parking.onboarding.access.call;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Users, groups and tenants follow our accounts, companies and roles: through the engine nobody changes them. Each refusal
 * says where it is done.
 */
@Component
class AccountRules {

    private static final String PEOPLE = "人员的账号、角色和公司在“人员”页面（/people）管理，由运营公司主管或系统管理员办理；这里不能修改。";
    private static final String COMPANIES = "角色是固定的，公司和技术方在“主数据”页面登记；这里不能修改。";
    private static final String PASSWORD = "自己的密码在“我的账号”页面（/account）修改；别人忘记了密码，请在“人员”页面（/people）向他发送重设密码的链接。";

    List<CallRule> rules() {
        return List.of(
                closed("PUT", "user/[^/]+/credentials", PASSWORD),
                closed("POST", "user/create", PEOPLE),
                closed("POST", "user/[^/]+/unlock", PEOPLE),
                closed("PUT", "user/[^/]+/profile", PEOPLE),
                closed("DELETE", "user/[^/]+", PEOPLE),
                closed("PUT", "group/[^/]+/members/[^/]+", PEOPLE),
                closed("DELETE", "group/[^/]+/members/[^/]+", PEOPLE),
                closed("PUT", "tenant/[^/]+/user-members/[^/]+", PEOPLE),
                closed("DELETE", "tenant/[^/]+/user-members/[^/]+", PEOPLE),
                closed("PUT", "tenant/[^/]+/group-members/[^/]+", COMPANIES),
                closed("DELETE", "tenant/[^/]+/group-members/[^/]+", COMPANIES),
                closed("POST", "(group|tenant)/create", COMPANIES),
                closed("PUT", "(group|tenant)/[^/]+", COMPANIES),
                closed("DELETE", "(group|tenant)/[^/]+", COMPANIES));
    }

    private static CallRule closed(String method, String path, String sentence) {
        return CallRule.on(method, path, (call, matched, actor) -> {
            throw Refusal.forbidden(sentence);
        });
    }
}
