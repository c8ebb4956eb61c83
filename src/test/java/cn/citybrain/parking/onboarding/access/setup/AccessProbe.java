package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.channel.Channel;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
        return beans.getBean(Applications.class).create(Channel.WECHATPAY, tenant, tenant);
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
