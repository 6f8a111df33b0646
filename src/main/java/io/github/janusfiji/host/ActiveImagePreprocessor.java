package io.github.janusfiji.host;

import ij.ImagePlus;
import ij.WindowManager;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractSingleInputPreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Gives a command the active image where no Fiji does. */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 1)
public final class ActiveImagePreprocessor extends
	AbstractSingleInputPreprocessor
{

	@Parameter
	private Context context;

	@Override
	public void process(final Module module) {
		if (!CommandInputs.belongTo(module) || FijiHost.owns(context)) return;
		final String name = getSingleInput(module, ImagePlus.class);
		final ImagePlus active = WindowManager.getCurrentImage();
		if (name == null || active == null) return;
		module.setInput(name, active);
		module.resolveInput(name);
	}
}
