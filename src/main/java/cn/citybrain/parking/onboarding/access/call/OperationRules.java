package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;

/** What remains to be done by hand when technology failed: let the engine try again. */
@Component
class OperationRules {

    List<CallRule> rules() {
        return List.of(
                CallRule.on("PUT", "job/[^/]+/retries", OperationRules::operator),
                CallRule.on("PUT", "external-task/[^/]+/retries", OperationRules::operator));
    }

    private static HttpServletRequest operator(EngineCall call, Matcher path, Actor actor) {
        if (!actor.is(Role.ADMIN) && !actor.is(Role.OPS_SUPERVISOR)) {
            throw Refusal.forbidden("只有运营公司主管和系统管理员可以重试失败的步骤。");
        }
        ObjectNode body = call.body();
        if (!body.path("retries").canConvertToInt() || body.path("retries").intValue() < 1) {
            throw Refusal.invalid("重试次数 retries 须为不小于 1 的整数。");
        }
        return call.with(body);
    }
}
