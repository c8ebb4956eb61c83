/**
 * Keeps the program that reads strangers' files apart: starts it, asks it few things at a time, and ends it when it takes too
 * long. A file that fills the memory or never ends costs a process that has neither secrets nor other work.
 */
package cn.citybrain.parking.onboarding.document.apart;
