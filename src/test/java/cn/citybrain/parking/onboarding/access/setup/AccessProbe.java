package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** A small process of our own to try access with, run on an application of hubin. */
public record AccessProbe(String applicationNo, ProcessInstance instance, TaskService tasks) {

    /** Deploys the model once per database and starts it. */
    public static AccessProbe start(ConfigurableListableBeanFactory beans) {
        deploy(beans);
        String no = application(beans, "hubin");
        ProcessInstance instance = beans.getBean(RuntimeService.class)
                .createProcessInstanceByKey("access-probe")
                .businessKey(no)
                .setVariable("applicationNo", no)
                .execute();
        return new AccessProbe(no, instance, beans.getBean(TaskService.class));
    }

    public static String application(ConfigurableListableBeanFactory beans, String tenant) {
        return new TestDrafts(beans).create(Channel.WECHATPAY, tenant, tenant);
    }

    public static void deploy(ConfigurableListableBeanFactory beans) {
        beans.getBean(RepositoryService.class)
                .createDeployment()
                .name("access-probe")
                .enableDuplicateFiltering(true)
                .addClasspathResource("access/access-probe.bpmn")
                .deploy();
        beans.getBean(Grants.class).align();
    }

    /** A version of the process under another key, and with this name. */
    public static ProcessDefinition renewed(ConfigurableListableBeanFactory beans, String name) {
        String model = model().replace("access-probe", "access-probe-renewed").replace("访问控制试验", name);
        ProcessDefinition version = beans.getBean(RepositoryService.class)
                .createDeployment()
                .addString("access-probe-renewed.bpmn", model)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0);
        beans.getBean(Grants.class).align();
        return version;
    }

    private static String model() {
        try (InputStream in = AccessProbe.class.getResourceAsStream("/access/access-probe.bpmn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** Brings the process past the review. */
    public AccessProbe accepted() {
        tasks.complete(task("review").getId());
        return this;
    }
}
