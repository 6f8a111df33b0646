/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.host;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.io.File;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.scijava.event.EventHandler;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleExecutingEvent;
import org.scijava.module.event.ModuleFinishedEvent;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/**
 * Memory of what a user typed into the dialogs, as long as the program runs:
 * everything of a command that failed, so that its dialog comes up again as it
 * was; of one that succeeded the files it read. Also keeps commands that were
 * cancelled or failed out of the macro recorder: without their options their
 * lines would open a dialog, or stop the macro. Macros are neither remembered
 * nor given anything.
 */
@Plugin(type = Service.class)
public final class CommandMemory extends AbstractService {

	/** Parameters that name what is written: nobody overwrites by accident. */
	private static final Set<String> WRITTEN = Set.of("output");

	/** By the command's class, then by parameter. */
	private final Map<String, Map<String, Object>> typed = new HashMap<>();

	/** Commands whose dialog was asked for, and those whose work has begun. */
	private final Set<Module> asked = weak(), running = weak();

	private static Set<Module> weak() {
		return Collections.newSetFromMap(Collections.synchronizedMap(
			new WeakHashMap<>()));
	}

	/** @param event a command's parameters are complete */
	@EventHandler
	private void onEvent(final ModuleExecutingEvent event) {
		if (asked.contains(event.getModule())) running.add(event.getModule());
	}

	/** @param event a command was cancelled, by the user or with a reason */
	@EventHandler
	private void onEvent(final ModuleCanceledEvent event) {
		final Module module = event.getModule();
		if (!asked.contains(module)) return;
		if (Recorder.record) Recorder.disableCommandRecording();
		if (running.remove(module)) remember(module, true);
	}

	/** @param event a command did its work */
	@EventHandler
	private void onEvent(final ModuleFinishedEvent event) {
		final Module module = event.getModule();
		if (!asked.contains(module)) return;
		if (running.remove(module)) remember(module, false);
	}

	private synchronized void remember(final Module module,
		final boolean all)
	{
		final var values = new HashMap<String, Object>();
		for (final ModuleItem<?> item : CommandInputs.of(module.getInfo())) {
			final Object value = module.getInput(item.getName());
			final boolean read = value instanceof File && !WRITTEN.contains(item
				.getName());
			if (value != null && !(value instanceof ImagePlus) && (all || read))
				values.put(item.getName(), value);
		}
		typed.put(module.getInfo().getDelegateClassName(), values);
	}

	/**
	 * Gives a command's dialog what was typed before.
	 *
	 * @param module about to ask; its open parameters are set, and stay open
	 */
	synchronized void recall(final Module module) {
		asked.add(module);
		final Map<String, Object> values = typed.getOrDefault(module.getInfo()
			.getDelegateClassName(), Map.of());
		final boolean failed = values.values().stream().anyMatch(
			value -> !(value instanceof File));
		for (final ModuleItem<?> item : CommandInputs.of(module.getInfo())) {
			final Object value = values.get(item.getName());
			if (value == null || module.isInputResolved(item.getName())) continue;
			// A file would win over the image that is open now.
			if (!failed && "input".equals(item.getName()) && WindowManager
				.getImageCount() > 0) continue;
			module.setInput(item.getName(), value);
		}
	}
}
