/** How pages and tasks show an application, its papers and its history to those who may see it. Only reads. */
package cn.citybrain.parking.onboarding.application.view;
