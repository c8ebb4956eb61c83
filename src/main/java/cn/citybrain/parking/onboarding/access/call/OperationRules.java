package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/**
 * What remains to be done by hand when technology failed: let the engine try again. One at a time, and nothing but that: the
 * same address of the engine would move the date of a timer, and no attempts at all would stop one for good.
 */
@Component
class OperationRules {

    private static final String RETRIES = "retries";
    private static final int MOST = 100;

    private final ManagementService jobs;
    private final People people;

    OperationRules(ManagementService jobs, People people) {
        this.jobs = jobs;
        this.people = people;
    }

    List<CallRule> rules() {
        return List.of(
                CallRule.on("PUT", "job/([^/]+)/retries", this::jobAgain),
                // Cockpit repeats the id of the address
                CallRule.on(
                        "PUT",
                        "external-task/([^/]+)/retries",
                        (call, path, actor) -> again(call, actor, sameId(call, path))));
    }

    /** The engine takes one that is over meanwhile for an error of its own, with a stack trace. */
    private HttpServletRequest jobAgain(EngineCall call, Matcher path, Actor actor) {
        HttpServletRequest admitted = again(call, actor, Set.of());
        if (people.as(actor, () -> jobs.createJobQuery().jobId(path.group(1)).count()) == 0) {
            throw Refusal.unknown("没有这一步，或者它已经完成。请刷新页面。");
        }
        return admitted;
    }

    private static HttpServletRequest again(EngineCall call, Actor actor, Set<String> harmless) {
        if (!actor.is(Role.ADMIN) && !actor.is(Role.OPS_SUPERVISOR)) {
            throw Refusal.forbidden("只有运营公司主管和系统管理员可以重试失败的步骤。");
        }
        ObjectNode body = call.body();
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equals(RETRIES) && !harmless.contains(name)) {
                throw Refusal.invalid("重试只接受次数 retries，不接受 " + name + "；定时的日期不能在这里改动。");
            }
        }
        JsonNode retries = body.path(RETRIES);
        if (!retries.isIntegralNumber()
                || !retries.canConvertToInt()
                || retries.intValue() < 1
                || retries.intValue() > MOST) {
            throw Refusal.invalid("重试次数 retries 须为 1 至 " + MOST + " 的整数。");
        }
        return call.with(JsonNodeFactory.instance.objectNode().put(RETRIES, retries.intValue()));
    }

    private static Set<String> sameId(EngineCall call, Matcher path) {
        return path.group(1).equals(call.body().path("id").asText(null)) ? Set.of("id") : Set.of();
    }
}
