package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.fixture.FormContent;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/** An operator who starts a procedure and does its first tasks, as the forms would. */
public final class TestApplications {

    private TestApplications() {}

    /** An application that waits for its review, or at a channel that first asks for an account for that. Returns its number. */
    public static String apply(
            ApplicationContext app, Channel channel, Merchant merchant, String account, String operator) {
        String no = begin(app, channel, merchant, operator);
        TestForms.first(channel, merchant, account, no).forEach((task, form) -> submit(app, no, task, form, operator));
        return no;
    }

    /** An application whose form was submitted, so that its papers are to be uploaded. Returns its number. */
    public static String filledIn(
            ApplicationContext app, Channel channel, Merchant merchant, String account, String operator) {
        String no = begin(app, channel, merchant, operator);
        FormContent form = TestForms.first(channel, merchant, account, no).get(ChannelFixture.FILL_FORM);
        submit(app, no, ChannelFixture.FILL_FORM, form, operator);
        return no;
    }

    private static void submit(ApplicationContext app, String no, String task, FormContent form, String operator) {
        TestForms.submit(new TestDrafts(app), no, form, operator);
        complete(app, no, task, operator);
    }

    /** An application whose process has begun. Returns its number. */
    public static String begin(ApplicationContext app, Channel channel, Merchant merchant, String operator) {
        String no = new TestDrafts(app).create(channel, merchant.tenantId(), operator);
        app.getBean(RuntimeService.class)
                .startProcessInstanceByKey(channel.code() + "-onboarding", Map.of("applicationNo", no));
        return no;
    }

    private static void complete(ApplicationContext app, String no, String key, String operator) {
        TaskService tasks = app.getBean(TaskService.class);
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey(key)
                .singleResult();
        tasks.setAssignee(task.getId(), operator);
        tasks.complete(task.getId(), Map.of());
    }
}
