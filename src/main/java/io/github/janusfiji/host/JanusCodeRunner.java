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

import io.github.janusfiji.task.InputException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.run.AbstractCodeRunner;
import org.scijava.run.CodeRunner;

/**
 * Runs Janus's commands by the label of their menu item, as {@code --run} does.
 * SciJava's own runner passes over a wrong parameter name with a warning; this
 * one refuses it, and says which names there are.
 */
@Plugin(type = CodeRunner.class, priority = Priority.HIGH)
public final class JanusCodeRunner extends AbstractCodeRunner {

	@Parameter
	private CommandService commands;

	@Parameter
	private ModuleService modules;

	@Parameter
	private EventService events;

	@Parameter
	private LogService log;

	@Override
	public boolean supports(final Object code) {
		return code instanceof String label && find(commands, label) != null;
	}

	@Override
	public void run(final Object code, final Object... values)
		throws InvocationTargetException
	{
		final List<String> names = CommandInputs.names(find(commands, code
			.toString()));
		final var inputs = new LinkedHashMap<String, Object>();
		for (int i = 0; i < values.length; i++) {
			inputs.put(i < names.size() ? names.get(i) : "value " + (i + 1),
				values[i]);
		}
		run(code, inputs);
	}

	@Override
	public void run(final Object code, final Map<String, Object> inputs)
		throws InvocationTargetException
	{
		final Module module = modules.createModule(find(commands, code.toString()));
		try {
			new CommandInputs(module, getContext()).set(inputs);
		}
		catch (final InputException e) {
			log.debug(code, e);
			events.publish(new ModuleCanceledEvent(module, e.getMessage()));
			return;
		}
		waitFor(modules.run(module, true));
	}

	/**
	 * @param commands SciJava's commands
	 * @param label the label of a menu item, or a class name
	 * @return that command of Janus, or null
	 */
	static CommandInfo find(final CommandService commands, final String label) {
		return all(commands).stream().filter(info -> label.equals(info.getTitle()) ||
			label.equals(info.getDelegateClassName())).findFirst().orElse(null);
	}

	/**
	 * @param commands SciJava's commands
	 * @return the commands of Janus, in the order of their labels
	 */
	static List<CommandInfo> all(final CommandService commands) {
		return commands.getCommands().stream().filter(info -> {
			try {
				return JanusCommand.class.isAssignableFrom(info.loadDelegateClass());
			}
			catch (final ClassNotFoundException | LinkageError e) {
				return false;
			}
		}).sorted((a, b) -> a.getTitle().compareTo(b.getTitle())).toList();
	}
}
