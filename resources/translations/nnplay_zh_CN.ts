<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start again with the first example</source>
        <translation>从第一个示例重新开始</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Open &amp;MNIST folder…</source>
        <translation>打开 MNIST 文件夹(&amp;M)…</translation>
    </message>
    <message>
        <source>Learn from the handwritten digits in a folder</source>
        <translation>用文件夹中的手写数字来训练</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project in another file</source>
        <translation>将项目保存到另一个文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>恢复刚才撤销的更改</translation>
    </message>
    <message>
        <source>&amp;Delete layer</source>
        <translation>删除层(&amp;D)</translation>
    </message>
    <message>
        <source>Remove the chosen layer</source>
        <translation>移除选中的层</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>S&amp;tep one epoch</source>
        <translation>单步一个轮次(&amp;T)</translation>
    </message>
    <message>
        <source>Train for one epoch</source>
        <translation>训练一个轮次</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Go back to the weights of the start</source>
        <translation>回到开始时的权重</translation>
    </message>
    <message>
        <source>&amp;New start</source>
        <translation>重新初始化(&amp;N)</translation>
    </message>
    <message>
        <source>Draw other weights to start from</source>
        <translation>重新随机抽取初始权重</translation>
    </message>
    <message>
        <source>&amp;Cancel loading</source>
        <translation>取消加载(&amp;C)</translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation>停止读取文件</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>取消加载</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show the network larger</source>
        <translation>把网络显示得更大</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show the network smaller</source>
        <translation>把网络显示得更小</translation>
    </message>
    <message>
        <source>Zoom to &amp;fit</source>
        <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>显示整个网络</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Use the whole screen, or the window again</source>
        <translation>使用整个屏幕，或恢复为窗口</translation>
    </message>
    <message>
        <source>&amp;Arrange panels anew</source>
        <translation>重新排列面板(&amp;A)</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>将所有面板放回最初的位置</translation>
    </message>
    <message>
        <source>&amp;About nnplay</source>
        <translation>关于 nnplay(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>介绍本程序</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>Train the network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>&amp;Undo: {edit}</source>
        <translation>撤销(&amp;U)：{edit}</translation>
    </message>
    <message>
        <source>&amp;Redo: {edit}</source>
        <translation>重做(&amp;R)：{edit}</translation>
    </message>
    <message>
        <source>{explanation} ({keys})</source>
        <translation>{explanation}（{keys}）</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ActivationMenu</name>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
</context>
<context>
    <name>ActivationPanel</name>
    <message>
        <source>Activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The activation function to look at</source>
        <translation>要查看的激活函数</translation>
    </message>
    <message>
        <source>Use this activation in the chosen layer</source>
        <translation>在选中的层中使用这个激活函数</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation>导数</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>值域</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Drawn for one of two outputs: z moves, the other input stays at 0.</source>
        <translation>图中为两个输出之一：z 变化，另一个输入固定为 0。</translation>
    </message>
    <message>
        <source>α is learned, for each unit its own; drawn is how it begins.</source>
        <translation>α 由学习得到，每个神经元各有一个；图中为其初始值。</translation>
    </message>
    <message>
        <source>No slope, no learning: gradient descent cannot train what lies in front of it.</source>
        <translation>斜率处处为零，无法学习：梯度下降训练不了它前面的层。</translation>
    </message>
    <message>
        <source>Used in {layer}</source>
        <translation>已用于 {layer}</translation>
    </message>
    <message>
        <source>&amp;Use in {layer}</source>
        <translation>用于 {layer}(&amp;U)</translation>
    </message>
    <message>
        <source>Activation function and its derivative</source>
        <translation>激活函数及其导数</translation>
    </message>
    <message>
        <source>Change activation</source>
        <translation>更改激活函数</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>Zoom to Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Tidy Layout</source>
        <translation>整理布局</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The layers of the network from left to right. Left and right choose a layer, plus and minus change its units, Delete removes it.</source>
        <translation>网络的各层，从左到右。左右方向键选择层，加号和减号改变神经元个数，Delete 键移除该层。</translation>
    </message>
</context>
<context>
    <name>CardItem</name>
    <message>
        <source>Activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Share of the neurons that is switched off: click to type it</source>
        <translation>被关闭的神经元所占比例：单击输入</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>移除这一层</translation>
    </message>
    <message>
        <source>{kind} · {shape}</source>
        <translation>{kind} · {shape}</translation>
    </message>
    <message>
        <source>{count} params</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本示例</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>The data decide how many numbers the last layer gives</source>
        <translation>最后一层输出几个数由数据决定</translation>
    </message>
    <message>
        <source>One unit less</source>
        <translation>减少一个神经元</translation>
    </message>
    <message>
        <source>One unit more</source>
        <translation>增加一个神经元</translation>
    </message>
    <message>
        <source>Number of units: click to type it</source>
        <translation>神经元个数：单击输入</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Examples/s</source>
        <translation>样本/秒</translation>
    </message>
    <message>
        <source>How often the network has gone through all training data</source>
        <translation>网络已经完整学习训练数据的遍数</translation>
    </message>
    <message>
        <source>Mean loss on the data that the network learns from</source>
        <translation>在网络学习所用数据上的平均损失</translation>
    </message>
    <message>
        <source>Mean loss on data that the network has never learned from</source>
        <translation>在网络从未学习过的数据上的平均损失</translation>
    </message>
    <message>
        <source>Share of the test data that the network classifies right</source>
        <translation>网络正确分类的测试数据所占比例</translation>
    </message>
    <message>
        <source>Training examples per second</source>
        <translation>每秒训练的样本数</translation>
    </message>
    <message>
        <source>Epochs/s</source>
        <translation>轮次/秒</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>How many epochs a second training takes at most</source>
        <translation>每秒最多训练多少个轮次</translation>
    </message>
    <message>
        <source>{text} … {percent}</source>
        <translation>{text}… {percent}</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Generated &amp;digits</source>
        <translation>生成手写数字(&amp;D)</translation>
    </message>
    <message>
        <source>Learn from handwritten digits that nnplay writes itself, in the form of MNIST: nothing to download</source>
        <translation>用 nnplay 自己写出的手写数字学习，格式与 MNIST 相同：无需下载任何东西</translation>
    </message>
    <message>
        <source>Open &amp;MNIST folder…</source>
        <translation>打开 MNIST 文件夹(&amp;M)…</translation>
    </message>
    <message>
        <source>Learn from handwritten digits: choose a folder with the four MNIST files</source>
        <translation>用手写数字来训练：请选择包含四个 MNIST 文件的文件夹</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Multi-Gaussian</source>
        <translation>多高斯</translation>
    </message>
</context>
<context>
    <name>DecisionMapPanel</name>
    <message>
        <source>Decision map</source>
        <translation>决策图</translation>
    </message>
    <message>
        <source>The output at every point of the plane; the arrow keys read it.</source>
        <translation>平面上每一点的输出；用方向键读取。</translation>
    </message>
    <message>
        <source>Value under the cursor</source>
        <translation>光标处的值</translation>
    </message>
    <message>
        <source>Show &amp;test data</source>
        <translation>显示测试数据(&amp;T)</translation>
    </message>
    <message>
        <source>Also draw the points that the network never learns from, with a dark edge</source>
        <translation>同时画出网络从不学习的点，以深色边缘表示</translation>
    </message>
    <message>
        <source>&amp;Discretize</source>
        <translation>离散化(&amp;D)</translation>
    </message>
    <message>
        <source>Show only which of the two classes the output falls into</source>
        <translation>只显示输出属于两类中的哪一类</translation>
    </message>
    <message>
        <source>Input {feature}</source>
        <translation>输入 {feature}</translation>
    </message>
    <message>
        <source>Network output</source>
        <translation>网络输出</translation>
    </message>
    <message>
        <source>{layer}, unit {number}</source>
        <translation>{layer}，第 {number} 个神经元</translation>
    </message>
    <message>
        <source>({x1}, {x2}) → {value}</source>
        <translation>({x1}, {x2}) → {value}</translation>
    </message>
    <message>
        <source>The decision map needs data with two coordinates: choose a point set under Data.</source>
        <translation>决策图需要有两个坐标的数据：请在“数据”面板中选择一个点集。</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw a digit with the mouse, a pen or a finger.</source>
        <translation>用鼠标、触控笔或手指画一个数字。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>画一个数字</translation>
    </message>
</context>
<context>
    <name>DigitPanel</name>
    <message>
        <source>Undo the last stroke (Ctrl+Z)</source>
        <translation>撤销上一笔（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Clear the pad (Delete)</source>
        <translation>清空画板（Delete）</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>To read what you draw, the network needs an input of 28&#xa0;×&#xa0;28 pixels and ten softmax outputs, as for handwritten digits: generated ones, or those of MNIST.</source>
        <translation>要识别你画的数字，网络需要 28&#xa0;×&#xa0;28 像素的输入和十个 softmax 输出，与手写数字相符：生成的数字或 MNIST 的数字都可以。</translation>
    </message>
    <message>
        <source>&amp;Generated digits</source>
        <translation>生成手写数字(&amp;G)</translation>
    </message>
    <message>
        <source>Take a network for digits, and digits that nnplay writes itself</source>
        <translation>换成识别数字的网络，并使用 nnplay 自己写出的手写数字</translation>
    </message>
    <message>
        <source>Open MNIST &amp;folder…</source>
        <translation>打开 MNIST 文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the folder that holds the four MNIST files</source>
        <translation>选择包含四个 MNIST 文件的文件夹</translation>
    </message>
</context>
<context>
    <name>DigitPreview</name>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的图像</translation>
    </message>
    <message>
        <source>What the network sees: the drawing as 28 × 28 pixels, scaled and centred as in MNIST</source>
        <translation>网络看到的图像：按 MNIST 的方式缩放并居中的 28 × 28 像素手写图</translation>
    </message>
</context>
<context>
    <name>DigitsPage</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>{n_train:,} to learn from, {n_test:,} to test</source>
        <translation>训练 {n_train:,} 个，测试 {n_test:,} 个</translation>
    </message>
    <message>
        <source>No digits are written yet. Try again, or choose other data.</source>
        <translation>还没有写出数字。请重试，或选择其他数据。</translation>
    </message>
    <message>
        <source>These digits are not loaded. Open the folder that holds the four MNIST files, or take generated digits.</source>
        <translation>这些数字没有加载。请打开含有四个 MNIST 文件的文件夹，或使用生成的手写数字。</translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation>生成的手写数字</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
</context>
<context>
    <name>LayerChip</name>
    <message>
        <source>{explanation}
Drag it onto the network, or double-click.</source>
        <translation>{explanation}
将它拖到网络上，或双击。</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Units…</source>
        <translation>神经元个数…</translation>
    </message>
    <message>
        <source>Rate…</source>
        <translation>丢弃率…</translation>
    </message>
    <message>
        <source>Remove Layer</source>
        <translation>移除层</translation>
    </message>
</context>
<context>
    <name>LayerPalette</name>
    <message>
        <source>Layers to add</source>
        <translation>可添加的层</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>&amp;Logarithmic scale</source>
        <translation>对数刻度(&amp;L)</translation>
    </message>
    <message>
        <source>Each step of the loss axis is a factor of ten: small losses stay readable</source>
        <translation>损失轴的每一格相差十倍：很小的损失也能看清</translation>
    </message>
    <message>
        <source>&amp;Whole run</source>
        <translation>全程(&amp;W)</translation>
    </message>
    <message>
        <source>Show the curves from the first to the last epoch (double-click, Home)</source>
        <translation>显示从第一个到最后一个轮次的曲线（双击，或按 Home 键）</translation>
    </message>
    <message>
        <source>Press Train to see the loss fall.</source>
        <translation>点击“训练”，看损失下降。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>各轮次的损失</translation>
    </message>
    <message>
        <source>The arrow keys read the curves point by point.</source>
        <translation>用方向键逐点读取曲线。</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>轮次 {epoch}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>A network for handwritten digits has replaced the former one.</source>
        <translation>已换成识别手写数字的网络。</translation>
    </message>
    <message>
        <source>Something went wrong inside nnplay; your project is as it was. For a report: {line}</source>
        <translation>nnplay 内部出错；你的项目没有改变。报告问题时请附上：{line}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>New from &amp;example</source>
        <translation>从示例新建(&amp;E)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;{number}  {name}</source>
        <translation>&amp;{number}  {name}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>NetworkEdits</name>
    <message>
        <source>Insert Layer</source>
        <translation>插入层</translation>
    </message>
    <message>
        <source>Remove Layer</source>
        <translation>移除层</translation>
    </message>
    <message>
        <source>Move Layer</source>
        <translation>移动层</translation>
    </message>
    <message>
        <source>Tidy Layout</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>Change Units</source>
        <translation>更改神经元个数</translation>
    </message>
    <message>
        <source>Change Activation</source>
        <translation>更改激活函数</translation>
    </message>
    <message>
        <source>Change Rate</source>
        <translation>更改丢弃率</translation>
    </message>
    <message>
        <source>Set Weight</source>
        <translation>设置权重</translation>
    </message>
    <message>
        <source>Set Bias</source>
        <translation>设置偏置</translation>
    </message>
</context>
<context>
    <name>PanelDock</name>
    <message>
        <source>Close (the View menu brings it back)</source>
        <translation>关闭（可从“视图”菜单重新打开）</translation>
    </message>
    <message>
        <source>Close {panel}</source>
        <translation>关闭{panel}</translation>
    </message>
</context>
<context>
    <name>PointsForm</name>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>How much the points or their labels are disturbed</source>
        <translation>点的位置或标签受干扰的程度</translation>
    </message>
    <message>
        <source>The share of the points to learn from; the others are for testing</source>
        <translation>用于训练的点所占比例；其余用于测试</translation>
    </message>
    <message>
        <source>&amp;Regenerate</source>
        <translation>重新生成(&amp;R)</translation>
    </message>
    <message>
        <source>Draw new points from the same distribution</source>
        <translation>从同一分布中重新抽取点</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>{n_train} to learn from, {n_test} to test</source>
        <translation>训练 {n_train} 个，测试 {n_test} 个</translation>
    </message>
    <message>
        <source>Use {feature} as an input</source>
        <translation>用 {feature} 作为输入</translation>
    </message>
    <message>
        <source>Change noise</source>
        <translation>更改噪声</translation>
    </message>
    <message>
        <source>Change share of training data</source>
        <translation>更改训练数据比例</translation>
    </message>
    <message>
        <source>Change inputs</source>
        <translation>更改输入</translation>
    </message>
    <message>
        <source>Regenerate data</source>
        <translation>重新生成数据</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>Popups</name>
    <message>
        <source>bias {value}</source>
        <translation>偏置 {value}</translation>
    </message>
    <message>
        <source>weight {value}</source>
        <translation>权重 {value}</translation>
    </message>
    <message>
        <source>Weight {place}</source>
        <translation>权重 {place}</translation>
    </message>
    <message>
        <source>Bias {place}</source>
        <translation>偏置 {place}</translation>
    </message>
    <message>
        <source>Units of {layer}</source>
        <translation>{layer} 的神经元个数</translation>
    </message>
    <message>
        <source>Rate of {layer}</source>
        <translation>{layer} 的丢弃率</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probability of each class</source>
        <translation>各类别的概率</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{label}: {percent}</source>
        <translation>{label}：{percent}</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Open the folder with the MNIST files</source>
        <translation>打开 MNIST 文件所在的文件夹</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save the changes to “{title}”?</source>
        <translation>保存对“{title}”的更改吗？</translation>
    </message>
    <message>
        <source>Without saving, everything since it was last saved is lost.</source>
        <translation>如果不保存，上次保存之后的所有更改都会丢失。</translation>
    </message>
    <message>
        <source>nnplay projects (*.{ending})</source>
        <translation>nnplay 项目 (*.{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>重新初始化</translation>
    </message>
    <message>
        <source>Open MNIST folder</source>
        <translation>打开 MNIST 文件夹</translation>
    </message>
    <message>
        <source>Generate digits</source>
        <translation>生成手写数字</translation>
    </message>
    <message numerus="yes">
        <source>Train %n epoch(s)</source>
        <translation>
            <numerusform>训练 %n 个轮次</numerusform>
        </translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>About nnplay</source>
        <translation>关于 nnplay</translation>
    </message>
    <message>
        <source>nnplay {version}</source>
        <translation>nnplay {version}</translation>
    </message>
    <message>
        <source>A playground for neural networks: build one by hand, watch it learn, see inside it.</source>
        <translation>神经网络游乐场：亲手搭建网络，看它学习，看清它的内部。</translation>
    </message>
</context>
<context>
    <name>SpeedBox</name>
    <message>
        <source>Max</source>
        <translation>最快</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>TrainButton</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>TrainingController</name>
    <message>
        <source>Preparing data</source>
        <translation>正在准备数据</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step goes against the gradient</source>
        <translation>每一步沿负梯度方向走多远</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>How many examples are averaged for one step</source>
        <translation>每一步对多少个样本取平均</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The rule that turns gradients into steps</source>
        <translation>把梯度变成更新步的规则</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How wrong an answer counts as</source>
        <translation>怎样衡量答案错了多少</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>½ squared error</source>
        <translation>½ 平方误差</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>Huber loss</source>
        <translation>Huber 损失</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Cross-entropy, one-hot</source>
        <translation>交叉熵（独热）</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Hinge loss</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>Change learning rate</source>
        <translation>更改学习率</translation>
    </message>
    <message>
        <source>Change batch size</source>
        <translation>更改批大小</translation>
    </message>
    <message>
        <source>Change optimizer</source>
        <translation>更改优化器</translation>
    </message>
    <message>
        <source>Change loss</source>
        <translation>更改损失函数</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Fractions such as 1/3 are fine. Arrow keys or wheel: nudge, with Shift finer.</source>
        <translation>可以输入 1/3 这样的分数。方向键或滚轮微调，按住 Shift 更精细。</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A network begins with its input: place the layer to the right of it.</source>
        <translation>网络从输入层开始：请把这一层放在输入层的右边。</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Type for example 0.25, -3 or 1/3.</source>
        <translation>“{text}”不是数。请输入例如 0.25、-3 或 1/3。</translation>
    </message>
    <message>
        <source>This network reads points, not pictures: use --row X1,X2.</source>
        <translation>这个网络读取的是点，不是图片：请使用 --row X1,X2。</translation>
    </message>
    <message>
        <source>This network reads digits, not points: use --image FILE or --strokes FILE.</source>
        <translation>这个网络读取的是手写数字，不是点：请使用 --image FILE 或 --strokes FILE。</translation>
    </message>
    <message>
        <source>“{text}” is not a point: two numbers with a comma between, such as 1.5,-2.</source>
        <translation>“{text}”不是点：点是用英文逗号隔开的两个数，例如 1.5,-2。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation>无法读取“{file}”：{reason}。</translation>
    </message>
    <message>
        <source>“{file}” is not a pen drawing: JSON with a list of strokes, each a list of points [x, y].</source>
        <translation>“{file}”不是笔迹文件：应为 JSON，内容是笔画列表，每一笔是点 [x, y] 的列表。</translation>
    </message>
    <message>
        <source>“{name}” is neither a preset nor a file. The presets are: {choices}.</source>
        <translation>“{name}”既不是预设，也不是文件。可用的预设：{choices}。</translation>
    </message>
    <message>
        <source>“{name}” learns from points, not from digits: leave out --data, or choose mnist-mlp.</source>
        <translation>“{name}”用点学习，不用数字：请去掉 --data，或选择 mnist-mlp。</translation>
    </message>
    <message>
        <source>This network reads digits from files: add --data FOLDER, with the four MNIST files.</source>
        <translation>这个网络从文件读取手写数字：请加上 --data FOLDER，其中有四个 MNIST 文件。</translation>
    </message>
    <message>
        <source>“{file}” cannot be saved: its folder is not there, or it is a folder itself.</source>
        <translation>无法保存“{file}”：它所在的文件夹不存在，或者它本身就是文件夹。</translation>
    </message>
    <message>
        <source>No folder is chosen: choose the folder that holds the MNIST files.</source>
        <translation>没有选择文件夹：请选择包含 MNIST 文件的文件夹。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be a number from {least} to {most}.</source>
        <translation>{setting} 的值为 {value}；它必须是 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>There is nothing drawn yet: draw a digit first.</source>
        <translation>还没有画任何东西：请先画一个数字。</translation>
    </message>
    <message>
        <source>A drawing has to be a grey picture: rows and columns of numbers.</source>
        <translation>手写图必须是灰度图：由数组成的行和列。</translation>
    </message>
    <message>
        <source>Stroke {number} is not a list of points: each point is two numbers x, y (or three, with the pressure), and a drawing has at most {most} points.</source>
        <translation>第 {number} 笔不是点的列表：每个点是两个数 x, y（或三个数，含压力），一幅图最多有 {most} 个点。</translation>
    </message>
    <message>
        <source>No input is chosen: choose at least one feature, such as x1.</source>
        <translation>没有选择输入：请至少选择一个特征，例如 x1。</translation>
    </message>
    <message>
        <source>The feature “{name}” is not known. Choose from: {choices}.</source>
        <translation>没有特征“{name}”。可选：{choices}。</translation>
    </message>
    <message>
        <source>A feature is chosen twice: {names}.</source>
        <translation>有特征被重复选择：{names}。</translation>
    </message>
    <message>
        <source>“{file}” is not a file.</source>
        <translation>“{file}”不是文件。</translation>
    </message>
    <message>
        <source>“{file}” is damaged: its gzip data cannot be unpacked. Copy or download it again.</source>
        <translation>“{file}”已损坏：其中的 gzip 数据无法解压。请重新复制或下载。</translation>
    </message>
    <message>
        <source>“{file}” is not an IDX file: it begins with {found}, not with two zero bytes and a type.</source>
        <translation>“{file}”不是 IDX 文件：它的开头是 {found}，而不是两个零字节和一个类型。</translation>
    </message>
    <message>
        <source>“{file}” holds elements of type {found}; nnplay reads IDX files of unsigned bytes (type 8).</source>
        <translation>“{file}”中元素的类型为 {found}；nnplay 读取元素为无符号字节（类型 8）的 IDX 文件。</translation>
    </message>
    <message>
        <source>“{file}” has {found} axes where {expected} are expected (pictures have 3, labels 1): is it the right file under the wrong name?</source>
        <translation>“{file}”有 {found} 个轴，应为 {expected} 个（图片 3 个，标签 1 个）：是不是文件名弄错了？</translation>
    </message>
    <message>
        <source>“{file}” names {found} elements; nnplay reads at most {most} from one file.</source>
        <translation>“{file}”声明有 {found} 个元素；nnplay 从一个文件中最多读取 {most} 个。</translation>
    </message>
    <message>
        <source>“{file}” goes on behind the {expected} elements that its header names: header or file is damaged.</source>
        <translation>“{file}”的文件头声明有 {expected} 个元素，其后却还有内容：文件头或文件已损坏。</translation>
    </message>
    <message>
        <source>“{file}” is cut short: it has {found} bytes where {expected} are expected. Copy or download it again.</source>
        <translation>“{file}”不完整：只有 {found} 字节，应为 {expected} 字节。请重新复制或下载。</translation>
    </message>
    <message>
        <source>“{folder}” is not a folder: choose the folder that holds the MNIST files.</source>
        <translation>“{folder}”不是文件夹：请选择包含 MNIST 文件的文件夹。</translation>
    </message>
    <message>
        <source>The folder “{folder}” has no MNIST files: looked for {names}, each also with .gz at its end.</source>
        <translation>文件夹“{folder}”中没有 MNIST 文件：已查找 {names}，以及末尾加 .gz 的同名文件。</translation>
    </message>
    <message>
        <source>The folder “{folder}” lacks {names} (or the same with .gz at its end): put it beside the other files.</source>
        <translation>文件夹“{folder}”中缺少 {names}（或末尾加 .gz 的同名文件）：请把它和其他文件放在一起。</translation>
    </message>
    <message>
        <source>“{file}” holds no pictures.</source>
        <translation>“{file}”中没有图片。</translation>
    </message>
    <message>
        <source>“{file}” holds pictures of {height} × {width} pixels; {side} × {side} are expected.</source>
        <translation>“{file}”中的图片为 {height} × {width} 像素，应为 {side} × {side} 像素。</translation>
    </message>
    <message>
        <source>“{images}” holds {n_images} pictures but “{labels}” {n_labels} labels: they do not belong together.</source>
        <translation>“{images}”中有 {n_images} 张图片，而“{labels}”中有 {n_labels} 个标签：它们不匹配。</translation>
    </message>
    <message>
        <source>“{file}” has the label {found} at place {place}; digits are 0 to 9.</source>
        <translation>“{file}”中第 {place} 个位置的标签是 {found}；数字应为 0 到 9。</translation>
    </message>
    <message>
        <source>Loading was cancelled.</source>
        <translation>加载已取消。</translation>
    </message>
    <message>
        <source>“{file}” is too large for a picture of a digit.</source>
        <translation>作为数字图片，“{file}”太大了。</translation>
    </message>
    <message>
        <source>“{file}” is not a PNG picture: save the picture as PNG first.</source>
        <translation>“{file}”不是 PNG 图片：请先将图片保存为 PNG。</translation>
    </message>
    <message>
        <source>“{file}” is a damaged PNG picture: save it again.</source>
        <translation>“{file}”是损坏的 PNG 图片：请重新保存。</translation>
    </message>
    <message>
        <source>“{file}” is a kind of PNG that nnplay does not read: save it with 8 bits a channel, in grey or RGB (no palette), not interlaced.</source>
        <translation>nnplay 不能读取“{file}”这种 PNG：请以每通道 8 位、灰度或 RGB（不用调色板）、非隔行方式保存。</translation>
    </message>
    <message>
        <source>“{file}” has {width} × {height} pixels; at most {most} in all are read.</source>
        <translation>“{file}”有 {width} × {height} 像素；总共最多读取 {most} 个像素。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be a whole number from {least} to {most}.</source>
        <translation>{setting} 的值为 {value}；它必须是 {least} 到 {most} 之间的整数。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be at least 0 and below 1.</source>
        <translation>{setting} 的值为 {value}；它必须大于等于 0 且小于 1。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be a finite number above 0.</source>
        <translation>{setting} 的值为 {value}；它必须是大于 0 的有限数。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be a finite number, 0 or more.</source>
        <translation>{setting} 的值为 {value}；它必须是大于等于 0 的有限数。</translation>
    </message>
    <message>
        <source>{setting} is “{value}”, which is not known. Choose one of: {choices}.</source>
        <translation>{setting} 的值为“{value}”，没有这个选项。可选：{choices}。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be a finite number.</source>
        <translation>{setting} 的值为 {value}；它必须是有限数。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be one whole number, or two: height and width.</source>
        <translation>{setting} 的值为 {value}；它必须是一个整数，或两个整数：高和宽。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be one, two or three whole numbers.</source>
        <translation>{setting} 的值为 {value}；它必须是一个、两个或三个整数。</translation>
    </message>
    <message>
        <source>All {n} examples are of class {name}: there is nothing to tell apart, and any accuracy is empty.</source>
        <translation>全部 {n} 个样本都属于类别 {name}：没有可以区分的东西，准确率毫无意义。</translation>
    </message>
    <message>
        <source>No example is of class {names}: the network will learn never to answer that.</source>
        <translation>没有样本属于类别 {names}：网络将学会永远不给出这个答案。</translation>
    </message>
    <message>
        <source>The batch size is {size}, but there are {n} examples: every step takes them all.</source>
        <translation>批大小为 {size}，但只有 {n} 个样本：每一步都会用到全部样本。</translation>
    </message>
    <message>
        <source>In “{layer}” the L2 rate and the learning rate {rate} multiply every weight by {factor} in each step: the weights swing ever wider. Lower one of the two.</source>
        <translation>在“{layer}”中，L2 系数和学习率 {rate} 使每一步都把每个权重乘以 {factor}：权重的摆动会越来越大。请减小其中之一。</translation>
    </message>
    <message>
        <source>In “{layer}” the L2 rate and the learning rate {rate} multiply every weight by {factor} in each step: the weights change their sign each time. Lower one of the two.</source>
        <translation>在“{layer}”中，L2 系数和学习率 {rate} 使每一步都把每个权重乘以 {factor}：权重每次都会变号。请减小其中之一。</translation>
    </message>
    <message>
        <source>Training stopped: by step {step} (epoch {epoch}) weights of the layer “{layer}” had grown beyond all bounds. The last good weights are kept; try a lower learning rate.</source>
        <translation>训练已停止：到第 {step} 步（第 {epoch} 轮）时，层“{layer}”的权重已大到失控。已保留最后一组正常的权重；请试用更小的学习率。</translation>
    </message>
    <message>
        <source>Training stopped: the loss became infinite at step {step} (epoch {epoch}), first in the layer “{layer}”. The last good weights are kept; try a lower learning rate.</source>
        <translation>训练已停止：在第 {step} 步（轮次 {epoch}）损失变为无穷大，最先出现在层“{layer}”。已保留最后的正常权重；请尝试更小的学习率。</translation>
    </message>
    <message>
        <source>There are {inputs} inputs but {targets} targets: each example needs both.</source>
        <translation>有 {inputs} 个输入，却有 {targets} 个目标值：每个样本两者都需要。</translation>
    </message>
    <message>
        <source>Inputs of shape {inputs} and targets of shape {targets} are not examples.</source>
        <translation>形状为 {inputs} 的输入和形状为 {targets} 的目标值不能构成样本。</translation>
    </message>
    <message>
        <source>Class numbers are whole numbers; these are of the type {type}.</source>
        <translation>类别编号应为整数；这些的类型是 {type}。</translation>
    </message>
    <message>
        <source>{name} has to hold numbers; these are of the type {type}.</source>
        <translation>{name} 中必须是数；这些的类型是 {type}。</translation>
    </message>
    <message>
        <source>Example {row} has a number in {name} that is not finite (NaN or infinite).</source>
        <translation>样本 {row} 的 {name} 中有一个数不是有限数（NaN 或无穷大）。</translation>
    </message>
    <message>
        <source>Example {row} has a negative class number; classes count from 0.</source>
        <translation>样本 {row} 的类别编号为负；类别从 0 开始编号。</translation>
    </message>
    <message>
        <source>A picture through single inputs needs Dense layers behind the input; “{name}” is {kind}.</source>
        <translation>单个输入的图像要求输入层后面是全连接层（Dense）；而“{name}”是 {kind}。</translation>
    </message>
    <message>
        <source>The lower limit {minval} is above the upper limit {maxval}.</source>
        <translation>下限 {minval} 大于上限 {maxval}。</translation>
    </message>
    <message>
        <source>Only equal shapes can be added, not {shapes}.</source>
        <translation>只有形状相同才能相加，{shapes} 不行。</translation>
    </message>
    <message>
        <source>The shapes {shapes} cannot be joined along axis {axis}: all other lengths must agree.</source>
        <translation>形状 {shapes} 不能沿轴 {axis} 拼接：其他各轴的长度必须一致。</translation>
    </message>
    <message>
        <source>Dense takes a row of numbers, not the shape {shape}: put a Flatten before it.</source>
        <translation>全连接层（Dense）接收一行数，不接收形状 {shape}：请在它前面放一个展平层（Flatten）。</translation>
    </message>
    <message>
        <source>It takes pictures (height, width, channels), not the shape {shape}.</source>
        <translation>它接收图片（高，宽，通道），不接收形状 {shape}。</translation>
    </message>
    <message>
        <source>{setting} is {value}; at most one number may be -1, the others must be 1 or more.</source>
        <translation>{setting} 的值为 {value}；最多只能有一个数为 -1，其余必须大于等于 1。</translation>
    </message>
    <message>
        <source>{n} numbers of the shape {shape} do not fit into the shape {target}.</source>
        <translation>形状 {shape} 的 {n} 个数放不进形状 {target}。</translation>
    </message>
    <message>
        <source>A window of {size} does not fit into the picture {shape}.</source>
        <translation>大小为 {size} 的窗口放不进图片 {shape}。</translation>
    </message>
    <message>
        <source>Binary cross-entropy needs targets from 0 to 1; these lie between {least} and {most}.</source>
        <translation>二元交叉熵要求目标值在 0 到 1 之间；现在的目标值在 {least} 到 {most} 之间。</translation>
    </message>
    <message>
        <source>Categorical cross-entropy needs the probabilities of the classes as targets: 0 or more, and adding up to 1 in each example.</source>
        <translation>分类交叉熵要求目标值是各类别的概率：大于等于 0，且每个样本的概率之和为 1。</translation>
    </message>
    <message>
        <source>The hinge loss needs targets that are -1 and 1, or 0 and 1.</source>
        <translation>合页损失要求目标值为 -1 和 1，或 0 和 1。</translation>
    </message>
    <message>
        <source>There are no examples to measure on.</source>
        <translation>没有可用于评估的样本。</translation>
    </message>
    <message>
        <source>The network takes inputs of shape {expected}; these have shape {found}.</source>
        <translation>网络接收形状为 {expected} 的输入；这些输入的形状为 {found}。</translation>
    </message>
    <message>
        <source>The data have {classes} classes, but the network has {outputs} output(s): they must agree.</source>
        <translation>数据有 {classes} 个类别，网络却有 {outputs} 个输出：两者必须一致。</translation>
    </message>
    <message>
        <source>The data have {targets} target(s) an example, but the network has {outputs} output(s).</source>
        <translation>数据的每个样本有 {targets} 个目标值，网络却有 {outputs} 个输出。</translation>
    </message>
    <message>
        <source>Rprop needs eta plus above 1 (it is {eta_plus}) and min step ({min_step}) not above max step ({max_step}).</source>
        <translation>Rprop 要求 eta plus 大于 1（现为 {eta_plus}），且 min step（{min_step}）不大于 max step（{max_step}）。</translation>
    </message>
    <message>
        <source>The network has no part {part}: it may have been removed.</source>
        <translation>网络中没有 {part}：它可能已被移除。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be above 0 and at most 1.</source>
        <translation>{setting} 的值为 {value}；它必须大于 0 且小于等于 1。</translation>
    </message>
    <message>
        <source>Two layers are called “{name}”: give each a name of its own.</source>
        <translation>有两层都叫“{name}”：请给每一层不同的名称。</translation>
    </message>
    <message>
        <source>The layer “{name}” takes its input from “{source}”, which does not come before it: a network runs from its input to its output without a circle.</source>
        <translation>层“{name}”的输入来自“{source}”，但后者不在它之前：网络从输入到输出，不能有环。</translation>
    </message>
    <message>
        <source>The layer “{name}” ({kind}) has {found} inputs; it takes {least} to {most}.</source>
        <translation>层“{name}”（{kind}）有 {found} 个输入；它接收 {least} 到 {most} 个。</translation>
    </message>
    <message>
        <source>A network has exactly one Input layer; this one has {found}.</source>
        <translation>网络必须恰好有一个输入层（Input）；这个网络有 {found} 个。</translation>
    </message>
    <message>
        <source>A network has exactly one output; these layers lead nowhere: {names}.</source>
        <translation>网络必须恰好有一个输出；这些层没有去向：{names}。</translation>
    </message>
    <message>
        <source>The layer “{name}” does not fit here. {reason}</source>
        <translation>层“{name}”不能放在这里。{reason}</translation>
    </message>
    <message>
        <source>With the layer “{name}” ({shape}) one example would become more than {most} numbers: choose a smaller layer.</source>
        <translation>有了层“{name}”（{shape}），一个样本会变成超过 {most} 个数：请选择小一些的层。</translation>
    </message>
    <message>
        <source>With the layer “{name}” the network would have more than {most} weights: choose fewer units.</source>
        <translation>有了层“{name}”，网络的权重会超过 {most} 个：请减少神经元个数。</translation>
    </message>
    <message>
        <source>There are no examples to train on.</source>
        <translation>没有可用于训练的样本。</translation>
    </message>
    <message>
        <source>The layer “{layer}” has weights that are not finite numbers: reset them.</source>
        <translation>层“{layer}”的权重中有不是有限数的：请重置权重。</translation>
    </message>
    <message>
        <source>The saved state of the training is damaged ({reason}).</source>
        <translation>保存的训练状态已损坏（{reason}）。</translation>
    </message>
    <message>
        <source>The saved state of the training belongs to other data, another network or other settings.</source>
        <translation>保存的训练状态属于其他数据、其他网络或其他设置。</translation>
    </message>
    <message>
        <source>“{source}” does not feed “{target}”: a layer goes between two linked ones.</source>
        <translation>“{source}”没有连到“{target}”：层要插在两个相连的层之间。</translation>
    </message>
    <message>
        <source>The input stays: it is where the data enter the network.</source>
        <translation>输入层不能移除：数据从这里进入网络。</translation>
    </message>
    <message>
        <source>The layer “{layer}” stays as it is: {reason}</source>
        <translation>层“{layer}”保持不变：{reason}</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no weight {parameter}{index}.</source>
        <translation>层“{layer}”没有权重 {parameter}{index}。</translation>
    </message>
    <message>
        <source>{value} cannot be a weight: enter a finite number.</source>
        <translation>{value} 不能作为权重：请输入有限数。</translation>
    </message>
    <message>
        <source>The network has no layer “{layer}”.</source>
        <translation>网络中没有层“{layer}”。</translation>
    </message>
    <message>
        <source>“{file}” was not saved: {reason}. What was there before is unchanged.</source>
        <translation>“{file}”没有保存：{reason}。原有内容没有改变。</translation>
    </message>
    <message>
        <source>“{file}” is not a project of nnplay.</source>
        <translation>“{file}”不是 nnplay 项目。</translation>
    </message>
    <message>
        <source>“{file}” cannot be opened: {reason}.</source>
        <translation>无法打开“{file}”：{reason}。</translation>
    </message>
    <message>
        <source>“{file}” is damaged or not a project of nnplay: {reason}</source>
        <translation>“{file}”已损坏，或不是 nnplay 项目：{reason}</translation>
    </message>
    <message>
        <source>“{file}” is a safetensors file, but not a project of nnplay.</source>
        <translation>“{file}”是 safetensors 文件，但不是 nnplay 项目。</translation>
    </message>
    <message>
        <source>“{file}” comes from a newer nnplay (format {found}, here {known}): update nnplay to open it.</source>
        <translation>“{file}”来自更新版本的 nnplay（格式 {found}，本程序为 {known}）：请更新 nnplay 后再打开。</translation>
    </message>
    <message>
        <source>The input “{layer}” has the shape {found}; the data need {expected}: change the data.</source>
        <translation>输入层“{layer}”的形状为 {found}；数据需要 {expected}：请更换数据。</translation>
    </message>
    <message>
        <source>The network has to end with {expected} number(s) an example, as the data ask; with “{layer}” at its end it would give the shape {found}.</source>
        <translation>按数据的要求，网络最后必须为每个样本给出 {expected} 个数；若以“{layer}”结尾，输出的形状会是 {found}。</translation>
    </message>
    <message>
        <source>The loss “{loss}” cannot judge these data. Choose one of: {choices}.</source>
        <translation>损失函数“{loss}”不适用于这些数据。可选：{choices}。</translation>
    </message>
    <message>
        <source>These data need a network that ends in a Dense layer: put one behind “{layer}” first.</source>
        <translation>这些数据要求网络以全连接层（Dense）结尾：请先在“{layer}”后面放一个。</translation>
    </message>
    <message>
        <source>There is no preset “{name}”. Choose one of: {choices}.</source>
        <translation>没有预设“{name}”。可选：{choices}。</translation>
    </message>
    <message>
        <source>The curves of a training history differ in length.</source>
        <translation>训练历史中各曲线的长度不一致。</translation>
    </message>
    <message>
        <source>A title is one line of at most {most} printable characters.</source>
        <translation>标题为一行，最多 {most} 个可打印字符。</translation>
    </message>
    <message>
        <source>Each layer of a project needs one place on the canvas.</source>
        <translation>项目的每一层在画布上都需要一个位置。</translation>
    </message>
    <message>
        <source>The place of the layer “{layer}” is not a finite number.</source>
        <translation>层“{layer}”的位置不是有限数。</translation>
    </message>
    <message>
        <source>The network has {expected} weights, but {found} are given.</source>
        <translation>网络有 {expected} 个权重，却给出了 {found} 个。</translation>
    </message>
    <message>
        <source>The layer “{layer}” has a weight that is not a finite number.</source>
        <translation>层“{layer}”有一个权重不是有限数。</translation>
    </message>
    <message>
        <source>“{name}” cannot be a layer&apos;s name: choose 1 to {most} printable characters without “/”.</source>
        <translation>“{name}”不能作为层的名称：请使用 1 到 {most} 个可打印字符，且不含“/”。</translation>
    </message>
    <message>
        <source>The work was stopped by an unexpected error ({kind}: {reason}).</source>
        <translation>工作因意外错误而停止（{kind}：{reason}）。</translation>
    </message>
    <message>
        <source>A batch of {size} examples, each {n} numbers on its way through the network, does not fit into the memory: choose a smaller batch.</source>
        <translation>一批 {size} 个样本、每个样本在网络中产生 {n} 个数，内存放不下：请减小批大小。</translation>
    </message>
    <message>
        <source>There is no example {number}: the training data are numbered 0 to {last}.</source>
        <translation>没有编号为 {number} 的样本：训练数据的编号是 0 到 {last}。</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Where one example enters the network.</source>
        <translation>样本从这里进入网络。</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Neurons that each weigh and add up all outputs of the layer before.</source>
        <translation>每个神经元对前一层的全部输出加权求和。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Bends every number by an activation function; nothing to learn.</source>
        <translation>用激活函数变换每个数；没有要学习的参数。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Switches random neurons off while training, against learning by heart.</source>
        <translation>训练时随机关闭一些神经元，防止死记硬背（过拟合）。</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Lays the pixels of a picture out as one row of numbers.</source>
        <translation>把图片的像素排成一行数。</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Brings each neuron&apos;s numbers to mean 0 and spread 1 over a batch, then scales them.</source>
        <translation>使每个神经元的输出在一批样本中均值为 0、标准差为 1，再进行缩放。</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Brings the numbers of each example to mean 0 and spread 1, then scales them.</source>
        <translation>使每个样本的各个数均值为 0、标准差为 1，再进行缩放。</translation>
    </message>
    <message>
        <source>Conv2D</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Small filters slide over a picture and say where they find their pattern.</source>
        <translation>小的卷积核在图片上滑动，指出哪里有它要找的图案。</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Shrinks a picture: of each little square the largest number stays.</source>
        <translation>缩小图片：每个小方块只保留最大的数。</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Shrinks a picture: of each little square the mean stays.</source>
        <translation>缩小图片：每个小方块只保留平均值。</translation>
    </message>
    <message>
        <source>Global average</source>
        <translation>全局平均池化</translation>
    </message>
    <message>
        <source>Turns each channel of a picture into one number, its mean.</source>
        <translation>把图片的每个通道变成一个数，即它的平均值。</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>The same numbers in another shape.</source>
        <translation>同样的数，换一种形状。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Adds a little chance to every number while training, against learning by heart.</source>
        <translation>训练时给每个数加一点随机量，防止死记硬背（过拟合）。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>The sum of several layers, number by number.</source>
        <translation>将几个层的输出逐个数相加。</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>The numbers of several layers side by side.</source>
        <translation>将几个层的输出并排放在一起。</translation>
    </message>
</context>
<context>
    <name>loading</name>
    <message>
        <source>Reading files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Writing digits</source>
        <translation>正在书写数字</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>A disc inside a ring: two small hidden layers bend one line around it.</source>
        <translation>圆环里的圆盘：两个小隐藏层把一条线弯成圈，将它围住。</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Opposite corners belong together: what no single neuron can separate.</source>
        <translation>对角属于同一类：单个神经元无法分开。</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>两团点云</translation>
    </message>
    <message>
        <source>Two clouds of points: a straight line between them is enough.</source>
        <translation>两团点：中间画一条直线就够了。</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Two arms wound into each other: seven inputs and two layers of eight.</source>
        <translation>两条互相缠绕的旋臂：七个输入和两个八神经元的层。</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>A slope to be predicted as a number: regression at its simplest.</source>
        <translation>把斜坡的高度预测为一个数：最简单的回归。</translation>
    </message>
    <message>
        <source>Hills and hollows</source>
        <translation>山峰与山谷</translation>
    </message>
    <message>
        <source>Three hills and three hollows: regression that needs a flexible surface.</source>
        <translation>三座山峰和三个山谷：需要灵活曲面的回归。</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Handwriting read by a hidden layer of 128 with dropout: generated digits, or MNIST&apos;s files.</source>
        <translation>用 128 个神经元的隐藏层加 Dropout 识别手写数字：生成的数字，或 MNIST 文件。</translation>
    </message>
</context>
</TS>
