<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <source>Use in all &amp;hidden layers</source>
        <translation>用于所有隐藏层(&amp;H)</translation>
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
        <source>Drawn for one of two outputs: z moves, the other input stays at 0.</source>
        <translation>图中为两个输出之一：z 变化，另一个输入固定为 0。</translation>
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
        <source>Bars: z in {layer}</source>
        <translation>柱形：{layer} 的 z</translation>
    </message>
    <message>
        <source>Bars: z in {layer} – {saturated} saturated, {dead} dead units</source>
        <translation>柱形：{layer} 的 z – 饱和 {saturated}，死亡神经元 {dead}</translation>
    </message>
    <message>
        <source>{text}, {share} outside</source>
        <translation>{text}，图外 {share}</translation>
    </message>
    <message>
        <source>Activation function and its derivative</source>
        <translation>激活函数及其导数</translation>
    </message>
    <message>
        <source>z are the weighted sums of up to 256 training examples. An output is saturated where the slope is below a twentieth of the steepest; a dead unit has no slope for any of them.</source>
        <translation>z 是至多 256 个训练样本的加权和。斜率低于最大斜率二十分之一的输出称为饱和；对所有样本斜率都为 0 的神经元称为死亡神经元。</translation>
    </message>
    <message>
        <source>α is learned separately for each unit; the curve shows its initial value.</source>
        <translation>α 由学习得到，每个神经元各有一个；图中为其初始值。</translation>
    </message>
    <message>
        <source>No slope, no learning: gradient descent cannot train the layers before it.</source>
        <translation>斜率处处为零，无法学习：梯度下降训练不了它前面的层。</translation>
    </message>
    <message>
        <source>Choose a layer of the network to see its weighted sums.</source>
        <translation>在网络中选择一层，看看它的加权和分布在哪里。</translation>
    </message>
</context>
<context>
    <name>AgreementPlot</name>
    <message>
        <source>True value</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>Predicted value</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>Predicted against actual</source>
        <translation>预测值与真实值</translation>
    </message>
</context>
<context>
    <name>AnotherDialog</name>
    <message>
        <source>Try another setting</source>
        <translation>试试别的设置</translation>
    </message>
    <message>
        <source>A twin learns beside this network, with the same seeds and the same batches. All that differs is the setting you choose here.</source>
        <translation>一个对照网络与本网络并排学习，随机种子和批都相同。唯一的不同就是你在这里选的设置。</translation>
    </message>
    <message>
        <source>from the &amp;start: this network begins again, too</source>
        <translation>从头开始：本网络也重新开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Train both</source>
        <translation>一起训练(&amp;T)</translation>
    </message>
    <message>
        <source>from the &amp;weights as they are now</source>
        <translation>从现在的权重开始(&amp;W)</translation>
    </message>
    <message>
        <source>from &amp;here, epoch {epoch}</source>
        <translation>从这里开始，第 {epoch} 轮(&amp;H)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Both begin</source>
        <translation>两者开始于</translation>
    </message>
    <message>
        <source>The twin’s value</source>
        <translation>对照网络的值</translation>
    </message>
    <message>
        <source>That is the value it has now.</source>
        <translation>这就是现在的值。</translation>
    </message>
    <message>
        <source>S&amp;etting</source>
        <translation>设置(&amp;E)</translation>
    </message>
    <message>
        <source>Tw&amp;in</source>
        <translation>对照(&amp;I)</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>output {value}</source>
        <translation>输出 {value}</translation>
    </message>
    <message>
        <source>true answer: {answer}</source>
        <translation>真实答案：{answer}</translation>
    </message>
    <message>
        <source>true answer: {answer} ✓</source>
        <translation>真实答案：{answer} ✓</translation>
    </message>
    <message>
        <source>true answer: {answer} ✗</source>
        <translation>真实答案：{answer} ✗</translation>
    </message>
    <message>
        <source>True answer</source>
        <translation>真实答案</translation>
    </message>
    <message>
        <source>Probability of the answer</source>
        <translation>答案的概率</translation>
    </message>
</context>
<context>
    <name>AnsweredModel</name>
    <message>
        <source>True</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Example {number}: actual {true}, predicted {said}, loss {loss}</source>
        <translation>样本 {number}：真实 {true}，判断 {said}，损失 {loss}</translation>
    </message>
</context>
<context>
    <name>AskedPoint</name>
    <message>
        <source>The point that is asked about</source>
        <translation>被询问的点</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Show the whole answer, and change the example</source>
        <translation>显示完整的答案，并修改样本</translation>
    </message>
    <message>
        <source>Stop asking about this point</source>
        <translation>不再询问这个点</translation>
    </message>
    <message>
        <source>Point ({x1}, {x2}): actual {true}, predicted {said} (output {output}), loss {loss}</source>
        <translation>点 ({x1}, {x2})：真实 {true}，预测 {said}（输出 {output}），损失 {loss}</translation>
    </message>
    <message>
        <source>Point ({x1}, {x2}): predicted {said} (output {output})</source>
        <translation>点 ({x1}, {x2})：预测 {said}（输出 {output}）</translation>
    </message>
</context>
<context>
    <name>AuthorDialog</name>
    <message>
        <source>Make a lesson</source>
        <translation>制作课程</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Lesson “{name}”</source>
        <translation>课程“{name}”</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>删除此步骤</translation>
    </message>
    <message>
        <source>Move this step up</source>
        <translation>上移此步骤</translation>
    </message>
    <message>
        <source>Move this step down</source>
        <translation>下移此步骤</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>编写</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Open a lesson…</source>
        <translation>打开课程…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Save as a folder…</source>
        <translation>保存为文件夹…</translation>
    </message>
    <message>
        <source>{number}. {title}</source>
        <translation>{number}. {title}</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Add a step after this one</source>
        <translation>在此步骤之后添加一步</translation>
    </message>
    <message>
        <source>Edit a lesson that was saved as a file or a folder</source>
        <translation>编辑已保存为文件或文件夹的课程</translation>
    </message>
    <message>
        <source>Save the lesson to where it was last opened or saved</source>
        <translation>写回课程上次打开或保存的地方</translation>
    </message>
    <message>
        <source>One file that is easy to pass on</source>
        <translation>一个便于分享的文件</translation>
    </message>
    <message>
        <source>Text files that are easy to edit, one for each language</source>
        <translation>可以继续编辑的文本文件，每种语言一个</translation>
    </message>
</context>
<context>
    <name>AxisRow</name>
    <message>
        <source>What is varied</source>
        <translation>改变什么</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>The values, with commas between them; each gives networks of its own</source>
        <translation>各个取值，用逗号隔开；每个取值都有自己的网络</translation>
    </message>
    <message>
        <source>Do not vary this</source>
        <translation>不改变这一项</translation>
    </message>
</context>
<context>
    <name>CalculationPanel</name>
    <message>
        <source>Back to the step</source>
        <translation>回到当前步骤</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;LaTeX</source>
        <translation>复制为 LaTeX(&amp;L)</translation>
    </message>
    <message>
        <source>Copy as &amp;spreadsheet</source>
        <translation>复制为电子表格(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Matrix form</source>
        <translation>矩阵形式(&amp;M)</translation>
    </message>
    <message>
        <source>{n} significant digits</source>
        <translation>{n} 位有效数字</translation>
    </message>
    <message>
        <source>{n} decimals</source>
        <translation>{n} 位小数</translation>
    </message>
    <message>
        <source>Fractions</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Show what the current step computes</source>
        <translation>显示当前步骤所计算的内容</translation>
    </message>
    <message>
        <source>Choose data, and this panel computes every number of a pass.</source>
        <translation>选择数据，这里会算出一次传播中的每个数。</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>Camera</name>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Zoom to Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Tidy Layout</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>Lay Out in Rows</source>
        <translation>分行排列</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>No link</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>The layers of the network from left to right. Arrow keys select a layer, Enter opens its settings, plus and minus change its units, Delete removes it. With Ctrl, arrow keys go to its neurons and weights, where Enter opens the value.</source>
        <translation>网络的各层，从左到右。方向键选择层，回车打开设置，加号和减号改变神经元数量，Delete 删除层。按住 Ctrl 的方向键进入该层的神经元和权重，回车打开其数值。</translation>
    </message>
</context>
<context>
    <name>CardItem</name>
    <message>
        <source>Activation function</source>
        <translation>激活函数</translation>
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
        <source>skipped</source>
        <translation>已跳过</translation>
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
        <source>{shown} of {all} maps</source>
        <translation>{all} 张特征图中的 {shown} 张</translation>
    </message>
    <message>
        <source>feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>{shown} of {all} filters</source>
        <translation>{all} 个卷积核中的 {shown} 个</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>卷积核</translation>
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
        <source>The data determine the number of outputs of the last layer</source>
        <translation>最后一层输出几个数由数据决定</translation>
    </message>
    <message>
        <source>Number of units. Click to edit</source>
        <translation>神经元个数：单击输入</translation>
    </message>
    <message>
        <source>Share of the neurons that are switched off. Click to edit</source>
        <translation>丢弃率：被丢弃的神经元所占比例。单击输入</translation>
    </message>
    <message>
        <source>placeholder</source>
        <translation>占位</translation>
    </message>
    <message numerus="yes">
        <source>%Ln param(s)</source>
        <translation>
            <numerusform>%Ln 个参数</numerusform>
        </translation>
    </message>
    <message>
        <source>? params</source>
        <translation>? 个参数</translation>
    </message>
</context>
<context>
    <name>CheckForm</name>
    <message>
        <source>it is read</source>
        <translation>读完即可</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>完成条件</translation>
    </message>
    <message>
        <source>a rule of the lesson is met</source>
        <translation>满足课程的一条规则</translation>
    </message>
    <message>
        <source>always this one</source>
        <translation>固定的数</translation>
    </message>
    <message>
        <source>The number</source>
        <translation>这个数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>a number is entered</source>
        <translation>回答一个数</translation>
    </message>
    <message>
        <source>one of several answers is selected</source>
        <translation>选出正确答案</translation>
    </message>
    <message>
        <source>a value in the project is reached</source>
        <translation>项目中的某个数达到要求</translation>
    </message>
    <message>
        <source>This step is completed by a rule that cannot be edited here; the rule stays as it is.</source>
        <translation>这一步按一条不能在这里修改的规则判定，它保持课程中原来的样子。</translation>
    </message>
    <message>
        <source>from the network at that time</source>
        <translation>取自当时的网络</translation>
    </message>
    <message>
        <source>Decimal places</source>
        <translation>小数位数</translation>
    </message>
    <message>
        <source>Answers, one per line</source>
        <translation>选项，每行一个</translation>
    </message>
    <message>
        <source>Correct answer</source>
        <translation>正确的是第几个</translation>
    </message>
    <message>
        <source>Write why an answer is wrong on the same line, after a | sign</source>
        <translation>在同一行的 | 号之后写明这个答案为什么不对</translation>
    </message>
</context>
<context>
    <name>ClassCard</name>
    <message>
        <source>Name of the class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Add drawing</source>
        <translation>加入手绘</translation>
    </message>
    <message>
        <source>Make what is on the pad a picture of this class</source>
        <translation>把画板上的内容作为这个类别的一张图片</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Choose picture files; you can also drop them here</source>
        <translation>选择图片文件；也可以把文件拖到这里</translation>
    </message>
    <message>
        <source>Remove this class</source>
        <translation>删除这个类别</translation>
    </message>
    <message>
        <source>Pictures of this class</source>
        <translation>这个类别的图片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>添加图片</translation>
    </message>
</context>
<context>
    <name>ClassDialog</name>
    <message>
        <source>For a class</source>
        <translation>课堂设置</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控件</translation>
    </message>
    <message>
        <source>Your name, shown in the window</source>
        <translation>你的姓名，显示在窗口的标志上</translation>
    </message>
    <message>
        <source>This is saved in the project: give the file to your class. Anybody can change it here again.</source>
        <translation>这些设置保存在项目中：把文件发给学生即可。任何人都可以在这里改回来。</translation>
    </message>
    <message>
        <source>Visible panels</source>
        <translation>显示的面板</translation>
    </message>
    <message>
        <source>&amp;Unlock everything</source>
        <translation>全部解除(&amp;U)</translation>
    </message>
</context>
<context>
    <name>ClassScores</name>
    <message>
        <source>Scores by class</source>
        <translation>各类别得分</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Share of correct ones among the examples predicted as this class</source>
        <translation>网络判为该类的样本中，真正属于该类的比例</translation>
    </message>
    <message>
        <source>Share of this class&apos;s examples that the network found</source>
        <translation>真正属于该类的样本中，被网络找出的比例</translation>
    </message>
    <message>
        <source>Number of examples of this class</source>
        <translation>该类别的样本数</translation>
    </message>
</context>
<context>
    <name>ClassesDialog</name>
    <message>
        <source>Classes of pictures</source>
        <translation>图片类别</translation>
    </message>
    <message>
        <source>&amp;Clear the pad</source>
        <translation>清空画板(&amp;C)</translation>
    </message>
    <message>
        <source>Add a cl&amp;ass</source>
        <translation>添加类别(&amp;A)</translation>
    </message>
    <message>
        <source>Learn from them</source>
        <translation>用它们学习</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Class {number}</source>
        <translation>类别 {number}</translation>
    </message>
    <message>
        <source>Type a name for each class. Draw here and add the drawing to a class, or drop pictures on a class.</source>
        <translation>为每个类别输入名称。在这里画图并加入某个类别，或把图片拖到类别上。</translation>
    </message>
    <message>
        <source>Draw an example</source>
        <translation>画一个样本</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>The library that the program is written for</source>
        <translation>程序所用的库</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>含权重</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the program to the clipboard</source>
        <translation>把程序复制到剪贴板</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>NumPy, by perturbation</source>
        <translation>NumPy（扰动法）</translation>
    </message>
    <message>
        <source>The program starts with the network&apos;s weights, from a file beside it</source>
        <translation>程序从网络现有的权重开始，权重放在旁边的文件里</translation>
    </message>
    <message>
        <source>Save the program to a file, together with the data that it reads</source>
        <translation>把程序写入文件，并附上它读取的数据</translation>
    </message>
</context>
<context>
    <name>ColumnForm</name>
    <message>
        <source>0 means &amp;missing</source>
        <translation>0 表示缺失(&amp;M)</translation>
    </message>
    <message>
        <source>Choose a number</source>
        <translation>选择数值</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What the column is for</source>
        <translation>这一列用来做什么</translation>
    </message>
    <message>
        <source>Where it is empty</source>
        <translation>缺失时</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>No column chosen</source>
        <translation>未选择列</translation>
    </message>
    <message>
        <source>Column “{name}”</source>
        <translation>列“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Zeros mean that the number is unknown, such as a blood pressure of 0</source>
        <translation>零代表未知的数，例如血压为 0</translation>
    </message>
    <message>
        <source>What replaces a missing number; computed from the training part only</source>
        <translation>用什么代替缺失的数：只从训练数据中求得</translation>
    </message>
    <message>
        <source>How numbers are scaled to a common range</source>
        <translation>如何把数值变到同一范围</translation>
    </message>
    <message>
        <source>{formula}
Computed from the training rows only.</source>
        <translation>{formula}
只从训练数据的行中求得。</translation>
    </message>
    <message>
        <source>&amp;Words mean missing</source>
        <translation>文字表示缺失(&amp;W)</translation>
    </message>
    <message>
        <source>Cells that are not numbers count as empty, such as “unknown”</source>
        <translation>不是数字的单元格算作空，例如“不详”</translation>
    </message>
    <message>
        <source>Date as</source>
        <translation>日期用作</translation>
    </message>
    <message>
        <source>The number that is made of each date</source>
        <translation>由每个日期得到的数</translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Instead of empty</source>
        <translation>空值替换为</translation>
    </message>
    <message>
        <source>{remedy} (also for 0)</source>
        <translation>{remedy}（0 也是）</translation>
    </message>
    <message numerus="yes">
        <source>{numbers}, %Ln word(s)</source>
        <translation>
            <numerusform>{numbers}，%Ln 个文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different</source>
        <translation>
            <numerusform>%Ln 种</numerusform>
        </translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Network input</source>
        <translation>网络看到的</translation>
    </message>
</context>
<context>
    <name>CommandGroup</name>
    <message>
        <source>{explanation} ({keys})</source>
        <translation>{explanation}（{keys}）</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>A command, setting, layer, example, lesson or word</source>
        <translation>命令、设置、层、示例、课程或术语</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>No matches. Try another word for it.</source>
        <translation>没有找到。换个说法试试。</translation>
    </message>
</context>
<context>
    <name>CompareButton</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare: draw other functions as faint curves</source>
        <translation>比较：用淡色曲线画出其他函数</translation>
    </message>
    <message>
        <source>None</source>
        <translation>都不画</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Rows are actual classes, columns predicted ones; the arrow keys select a cell.</source>
        <translation>行是真实类别，列是网络的判断；用方向键选择单元格。</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测类别</translation>
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
        <source>Training examples per second</source>
        <translation>每秒训练的样本数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>{text} … {percent}</source>
        <translation>{text}… {percent}</translation>
    </message>
    <message>
        <source>Highest speed of training</source>
        <translation>训练最快进行到什么速度</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
</context>
<context>
    <name>ControlsPage</name>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Lock: {control}</source>
        <translation>锁定：{control}</translation>
    </message>
    <message>
        <source>Hide: {control}</source>
        <translation>隐藏：{control}</translation>
    </message>
</context>
<context>
    <name>CurvesChart</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>DataFiles</name>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>Tables and arrays ({suffixes})</source>
        <translation>表格和数组 ({suffixes})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open the folder with the MNIST files</source>
        <translation>打开存放 MNIST 文件的文件夹</translation>
    </message>
    <message>
        <source>Open a folder that contains one folder of pictures per class</source>
        <translation>打开图片文件夹（每个类别一个子文件夹）</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Generated &amp;digits</source>
        <translation>生成手写数字(&amp;D)</translation>
    </message>
    <message>
        <source>Learn from handwritten digits: choose a folder with the four MNIST files</source>
        <translation>用手写数字来训练：请选择包含四个 MNIST 文件的文件夹</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
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
        <source>Show all sets of points, or only the first ones</source>
        <translation>显示全部点集，或只显示前几个</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Table or arrays…</source>
        <translation>表格或数组(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;MNIST folder…</source>
        <translation>MNIST 文件夹(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Pictures…</source>
        <translation>图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Download {title}…</source>
        <translation>下载 {title}…</translation>
    </message>
    <message>
        <source>Fewer sets</source>
        <translation>收起点集</translation>
    </message>
    <message>
        <source>More sets</source>
        <translation>更多点集</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Hills</source>
        <translation>多峰</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>同心环</translation>
    </message>
    <message>
        <source>Three arms</source>
        <translation>三臂螺旋</translation>
    </message>
    <message>
        <source>Checkers</source>
        <translation>棋盘</translation>
    </message>
    <message>
        <source>y &gt; f(x)</source>
        <translation>y &gt; f(x)</translation>
    </message>
    <message>
        <source>Learn from handwritten digits that nnplay generates in the form of MNIST: nothing to download</source>
        <translation>用 nnplay 自己写出的手写数字学习，格式与 MNIST 相同：无需下载任何东西</translation>
    </message>
    <message>
        <source>Learn from your own data, or from MNIST&apos;s handwritten digits</source>
        <translation>从自己的数据学习，或从 MNIST 手写数字学习</translation>
    </message>
    <message>
        <source>Learn from your own table: CSV or TSV, or a NumPy .npz file</source>
        <translation>从自己的表格学习：CSV、TSV，或 NumPy 的 .npz 文件</translation>
    </message>
    <message>
        <source>Learn from your own pictures: a folder with one folder per class</source>
        <translation>从自己的图片学习：一个文件夹，每个类别一个子文件夹</translation>
    </message>
    <message>
        <source>&amp;Draw or drop pictures…</source>
        <translation>画或拖入图片(&amp;D)…</translation>
    </message>
    <message>
        <source>Make classes by typing their names, and draw or drop pictures into each</source>
        <translation>输入名称建立类别，再为每个类别画图或拖入图片</translation>
    </message>
</context>
<context>
    <name>DataQuestion</name>
    <message>
        <source>Open the data of this project?</source>
        <translation>打开这个项目的数据？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>另选…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Size: {size}</source>
        <translation>大小：{size}</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>This project learns from data on this computer. None of them has been opened yet.</source>
        <translation>这个项目要从本机上的数据学习。数据尚未被打开。</translation>
    </message>
    <message>
        <source>There is nothing at this path now: choose where the data are.</source>
        <translation>这个位置现在什么也没有：请选择数据所在的位置。</translation>
    </message>
    <message>
        <source>Only a file with this checksum is accepted (SHA-256): {checksum}</source>
        <translation>只接受校验和如下的文件（SHA-256）：{checksum}</translation>
    </message>
</context>
<context>
    <name>DataSummary</name>
    <message>
        <source>Open the &amp;file…</source>
        <translation>打开文件(&amp;F)…</translation>
    </message>
    <message>
        <source>C&amp;olumns…</source>
        <translation>列(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Repeat rare classes</source>
        <translation>重复稀有类别(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read and were left out</source>
        <translation>
            <numerusform>有 %n 个文件无法读取，已略过</numerusform>
        </translation>
    </message>
    <message>
        <source>Classes to learn from, repeated:</source>
        <translation>用于训练的类别（已重复）：</translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>See the table and choose how its columns are used</source>
        <translation>查看表格，并决定各列的用途</translation>
    </message>
    <message>
        <source>Repeat the training examples of rare classes until all classes are equally frequent; the test data are not changed</source>
        <translation>重复训练数据中稀有类别的样本，直到各类别数量相同；测试数据保持不变</translation>
    </message>
    <message>
        <source>These data are not loaded. Open the file that this network should learn from.</source>
        <translation>数据尚未载入。请打开这个网络要学习的文件。</translation>
    </message>
    <message>
        <source>{n_train:,} for training, {n_test:,} for testing</source>
        <translation>{n_train:,} 个训练，{n_test:,} 个测试</translation>
    </message>
    <message numerus="yes">
        <source>Careful: %n of the test rows are also training rows</source>
        <translation>
            <numerusform>注意：测试行中有 %n 行也在训练数据中</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw in the decision map: choose below it what the mouse does there.</source>
        <translation>可以在决策图上画点：在图的下方选择鼠标的作用。</translation>
    </message>
    <message>
        <source>Training classes:</source>
        <translation>训练数据的类别：</translation>
    </message>
    <message>
        <source>Preparation of the columns (x is the value in the table):</source>
        <translation>各列的处理（x 为表中的数）：</translation>
    </message>
    <message>
        <source>{used:,} of {rows:,} rows: those with an empty cell are left out</source>
        <translation>使用 {rows:,} 行中的 {used:,} 行：有空单元格的行未使用</translation>
    </message>
    <message>
        <source>&amp;Pictures and classes…</source>
        <translation>图片和类别(&amp;P)…</translation>
    </message>
    <message>
        <source>Add pictures and classes, or remove some</source>
        <translation>添加或删除图片和类别</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Choose a date</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Choose a date from a calendar (Alt+Down)</source>
        <translation>在日历中选择日期（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>DecisionMapPanel</name>
    <message>
        <source>Size points by their loss</source>
        <translation>按损失显示点的大小</translation>
    </message>
    <message>
        <source>A picture has too many pixels for a map. Draw one to see what the network answers.</source>
        <translation>图片的像素太多，画不成决策图。手写一个数字，看看网络怎样回答。</translation>
    </message>
    <message>
        <source>Choose points or a table to see what the network answers everywhere.</source>
        <translation>选择点集或表格，决策图会显示网络在各处的回答。</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Pen down: {x}, {y}</source>
        <translation>落笔：{x}，{y}</translation>
    </message>
    <message>
        <source>Pen up: {x}, {y}</source>
        <translation>提笔：{x}，{y}</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>画一个数字</translation>
    </message>
    <message>
        <source>Draw a digit with the mouse, a pen or a finger, or paste a picture of one. The arrow keys, Home, End and the Page keys move a pen; Space puts it down and lifts it.</source>
        <translation>用鼠标、手写笔或手指写一个数字，或粘贴一张数字图片。方向键、Home、End 和翻页键移动笔，空格键落笔和提笔。</translation>
    </message>
</context>
<context>
    <name>DigitsPage</name>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation>生成的手写数字</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>{n_train:,} for training, {n_test:,} for testing</source>
        <translation>训练 {n_train:,} 个，测试 {n_test:,} 个</translation>
    </message>
    <message>
        <source>No digits have been generated yet. Try again, or choose other data.</source>
        <translation>还没有写出数字。请重试，或选择其他数据。</translation>
    </message>
    <message>
        <source>These digits are not loaded. Open the folder with the four MNIST files, or use generated digits.</source>
        <translation>这些数字没有加载。请打开含有四个 MNIST 文件的文件夹，或使用生成的手写数字。</translation>
    </message>
</context>
<context>
    <name>DoctorBadge</name>
    <message>
        <source>{trouble} and {n} more</source>
        <translation>{trouble}，另有 {n} 项</translation>
    </message>
    <message>
        <source>The training doctor has found something: see what it is and what would help</source>
        <translation>训练医生发现了问题：查看是什么、怎样解决</translation>
    </message>
</context>
<context>
    <name>DoctorPanel</name>
    <message>
        <source>Findings</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>Nothing wrong was found. The doctor keeps watching while the network learns.</source>
        <translation>没有发现问题。网络训练时，医生会继续检查。</translation>
    </message>
    <message>
        <source>Something was changed. The doctor waits until the training shows what that does.</source>
        <translation>有设置被改变。训练医生会等到训练显示出效果后再判断。</translation>
    </message>
</context>
<context>
    <name>DownloadDialog</name>
    <message>
        <source>Download {title}</source>
        <translation>下载 {title}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>{title} is {size} in {n} files. It is published at {source} and comes from:
{mirrors}
It will be saved in {folder}. Every file is checked after the download.</source>
        <translation>{title} 共 {n} 个文件，{size}。发布于 {source}，下载自：
{mirrors}
将存放在 {folder}。每个文件到达后都会校验。</translation>
    </message>
    <message>
        <source>Cancelled. What has arrived is kept: the next download resumes there.</source>
        <translation>已取消。已到达的部分会保留：下次下载从那里继续。</translation>
    </message>
</context>
<context>
    <name>DrawMenu</name>
    <message>
        <source>Redraw Weights</source>
        <translation>重新抽取权重</translation>
    </message>
    <message>
        <source>With Its Own Initializer</source>
        <translation>用该层自己的初始化方法</translation>
    </message>
</context>
<context>
    <name>DrawingPage</name>
    <message>
        <source>Use the starter network</source>
        <translation>用入门网络</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>The network on the canvas reads.</source>
        <translation>由画布上的网络识别。</translation>
    </message>
    <message>
        <source>The starter network reads.</source>
        <translation>由入门网络识别。</translation>
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
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教它</translation>
    </message>
    <message>
        <source>The starter network reads: the one on the canvas does not output a few classes.</source>
        <translation>由入门网络识别：画布上的网络输出的不是少数几个类别。</translation>
    </message>
    <message>
        <source>The starter network reads: the one on the canvas does not take pictures.</source>
        <translation>由入门网络识别：画布上的网络不接受图片。</translation>
    </message>
    <message>
        <source>Use the network that comes with nnplay instead; the project does not change</source>
        <translation>改由 nnplay 自带的网络识别；项目保持不变</translation>
    </message>
    <message>
        <source>Open the starter network as a project: look inside, change it, train it further</source>
        <translation>把入门网络作为项目打开：看看内部、改坏它、继续训练它</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>The starter network reads: the one on the canvas has a placeholder.</source>
        <translation>由入门网络识别：画布上的网络含有占位层。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>画一个数字</translation>
    </message>
    <message>
        <source>Draw an example</source>
        <translation>画一个样本</translation>
    </message>
</context>
<context>
    <name>EarlierExperiments</name>
    <message>
        <source>Ea&amp;rlier</source>
        <translation>以前的(&amp;R)</translation>
    </message>
    <message>
        <source>Experiments that are saved with the project</source>
        <translation>随项目一起保存的实验</translation>
    </message>
    <message>
        <source>Open results of “nnplay sweep”…</source>
        <translation>打开“nnplay sweep”的结果…</translation>
    </message>
    <message>
        <source>Show the networks in a folder that “nnplay sweep -o” has written</source>
        <translation>显示“nnplay sweep -o”写出的文件夹中的网络</translation>
    </message>
    <message>
        <source>Delete this experiment</source>
        <translation>删除这个实验</translation>
    </message>
    <message>
        <source>Take the experiment shown out of the project; Undo takes that back</source>
        <translation>从项目中去掉正在显示的实验；撤销可以恢复</translation>
    </message>
    <message numerus="yes">
        <source>{number}: {axes} (%Ln network(s))</source>
        <translation>
            <numerusform>{number}：{axes}（%Ln 个网络）</numerusform>
        </translation>
    </message>
    <message>
        <source>other starts</source>
        <translation>其他起点</translation>
    </message>
    <message>
        <source>Open results</source>
        <translation>打开结果</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Dupl&amp;icate</source>
        <translation>制作副本(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Add &amp;layer…</source>
        <translation>添加层(&amp;L)…</translation>
    </message>
    <message>
        <source>Search all layers and whole networks</source>
        <translation>搜索所有的层和整个网络</translation>
    </message>
    <message>
        <source>Layer &amp;settings…</source>
        <translation>层的设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Move &amp;back</source>
        <translation>前移(&amp;B)</translation>
    </message>
    <message>
        <source>Move &amp;on</source>
        <translation>后移(&amp;O)</translation>
    </message>
    <message>
        <source>One unit &amp;more</source>
        <translation>增加一个神经元(&amp;M)</translation>
    </message>
    <message>
        <source>One unit l&amp;ess</source>
        <translation>减少一个神经元(&amp;E)</translation>
    </message>
    <message>
        <source>Lin&amp;k or unlink</source>
        <translation>连接或断开(&amp;K)</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>首选项(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Network from template</source>
        <translation>从模板建立网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;{number}  {title}</source>
        <translation>&amp;{number}  {title}</translation>
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
        <source>Undo the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Redo the change that was undone last</source>
        <translation>恢复刚才撤销的更改</translation>
    </message>
    <message>
        <source>Cut the selected layers to the clipboard</source>
        <translation>把所选的层剪切到剪贴板</translation>
    </message>
    <message>
        <source>Copy the selected layers to the clipboard</source>
        <translation>把所选的层复制到剪贴板</translation>
    </message>
    <message>
        <source>Insert the layers on the clipboard after the selected one</source>
        <translation>把剪贴板中的层插入到所选的层之后</translation>
    </message>
    <message>
        <source>Insert a copy of the selected layers</source>
        <translation>插入所选层的副本</translation>
    </message>
    <message>
        <source>Remove the selected layers</source>
        <translation>删除所选的层</translation>
    </message>
    <message>
        <source>Select all layers</source>
        <translation>选择所有的层</translation>
    </message>
    <message>
        <source>All settings of the selected layer</source>
        <translation>所选层的全部设置</translation>
    </message>
    <message>
        <source>Swap the layer with the one before it</source>
        <translation>与前一层交换位置</translation>
    </message>
    <message>
        <source>Swap the layer with the one after it</source>
        <translation>与后一层交换位置</translation>
    </message>
    <message>
        <source>Add a unit to the selected layer</source>
        <translation>为所选的层增加一个神经元</translation>
    </message>
    <message>
        <source>Remove a unit from the selected layer</source>
        <translation>为所选的层减少一个神经元</translation>
    </message>
    <message>
        <source>Link two selected layers, or remove their link</source>
        <translation>在所选的两层之间画连接，或去掉连接</translation>
    </message>
    <message>
        <source>Language, looks and keyboard shortcuts</source>
        <translation>语言、外观和所有命令的快捷键</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Try another setting…</source>
        <translation>试试别的设置…</translation>
    </message>
</context>
<context>
    <name>EpochList</name>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>ErrorCurve</name>
    <message>
        <source>Nudge</source>
        <translation>扰动</translation>
    </message>
    <message>
        <source>Error of the perturbation gradient over the nudge</source>
        <translation>扰动梯度的误差随扰动大小的变化</translation>
    </message>
</context>
<context>
    <name>ErrorReport</name>
    <message>
        <source>About nnplay</source>
        <translation>关于 nnplay</translation>
    </message>
    <message>
        <source>Error report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>No errors have been recorded.</source>
        <translation>没有记录到任何错误。</translation>
    </message>
    <message>
        <source>nnplay is a playground for neural networks: build one by hand, watch it learn, see inside it. It is free software under the MIT licence, and its components have free licences, too.</source>
        <translation>nnplay 是一个神经网络游乐场：亲手搭建网络，看它学习，看清它的内部。它以 MIT 许可证自由发布，所用的组件也都是自由软件。</translation>
    </message>
    <message>
        <source>These are the errors that nnplay has recorded on this computer. They are never sent anywhere. You can read them, copy them, and send them yourself.</source>
        <translation>这是 nnplay 在本机记录的错误。它不会被发送到任何地方：你可以阅读、复制，愿意的话自行发送。</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>Class to explain</source>
        <translation>要解释的类别</translation>
    </message>
    <message>
        <source>more like it</source>
        <translation>更像它</translation>
    </message>
    <message>
        <source>its weights</source>
        <translation>它的权重</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>支持它的</translation>
    </message>
    <message>
        <source>Gradient times input. Blue: this ink counts for the class. Orange: it counts against it.</source>
        <translation>梯度乘输入。蓝色：这里的笔迹支持该类别；橙色：反对该类别。</translation>
    </message>
    <message>
        <source>What would make the drawing more like the class. Blue: more ink here. Orange: less ink.</source>
        <translation>怎样会更像该类别。蓝色：这里需要笔迹；橙色：这里应少些笔迹。</translation>
    </message>
    <message>
        <source>The weights from each pixel to the class: everything that this network knows about it</source>
        <translation>从每个像素到该类别的权重：这个网络对它的全部了解</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>识别结果</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
</context>
<context>
    <name>ExampleSheet</name>
    <message>
        <source>The example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>What happens to this row</source>
        <translation>这一行的处理过程</translation>
    </message>
</context>
<context>
    <name>ExamplesPanel</name>
    <message>
        <source>Which data</source>
        <translation>哪部分数据</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>of {n:,}</source>
        <translation>/ {n:,}</translation>
    </message>
    <message>
        <source>There are no data yet.</source>
        <translation>还没有数据。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Choose data, and this panel lists all examples.</source>
        <translation>选择数据，这里会列出所有样本。</translation>
    </message>
    <message>
        <source>Data leak: test examples that are also training examples: {n:,}</source>
        <translation>数据泄漏：同时也是训练样本的测试样本有 {n:,} 个</translation>
    </message>
    <message>
        <source>Click an example to send it through the network; the canvas shows what the network does with it.</source>
        <translation>点击一个样本，把它送进网络：画布会显示网络对它的反应。</translation>
    </message>
    <message>
        <source>Example {number}: actual {actual}, predicted {predicted}, loss {loss}</source>
        <translation>样本 {number}：真实 {actual}，网络回答 {predicted}，损失 {loss}</translation>
    </message>
</context>
<context>
    <name>ExperimentsPanel</name>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
    <message>
        <source>{done} of {all} networks</source>
        <translation>已完成 {done} 个网络，共 {all} 个</translation>
    </message>
    <message>
        <source>{text}, about {time} left</source>
        <translation>{text}，约剩 {time}</translation>
    </message>
    <message>
        <source>Experiments that teach, ready to run</source>
        <translation>有教益的现成实验</translation>
    </message>
    <message>
        <source>What does a setting do? Train the same network with many values of it at once, and watch all of them learn side by side. Choose at the left what to vary.</source>
        <translation>一个设置有什么作用？用它的许多取值同时训练同一个网络，看它们并排学习。在左边选择要改变什么。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Cancel writing</source>
        <translation>取消写入(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在写入文件</translation>
    </message>
    <message>
        <source>Choose a file name and save</source>
        <translation>选择文件并写入</translation>
    </message>
    <message>
        <source>Copy to the clipboard: a program or a table as text, a picture as a picture</source>
        <translation>放到剪贴板：程序和表格作为文本，图片作为图片</translation>
    </message>
    <message>
        <source>with: {files}</source>
        <translation>旁边还有：{files}</translation>
    </message>
</context>
<context>
    <name>FieldLine</name>
    <message>
        <source>{low} to {high} in the training data</source>
        <translation>训练数据中为 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Empty: counts as {value}</source>
        <translation>留空：按 {value} 计算</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start again with the first example</source>
        <translation>从第一个示例重新开始</translation>
    </message>
    <message>
        <source>New from tem&amp;plate…</source>
        <translation>从模板新建(&amp;P)…</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>新建窗口(&amp;W)</translation>
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
        <source>Open &amp;data…</source>
        <translation>打开数据(&amp;D)…</translation>
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
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>New from &amp;example</source>
        <translation>从示例新建(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the network as a program, a model, a table, a picture, a report or a worksheet</source>
        <translation>把网络写成程序、模型、表格、图片、报告或练习题</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>Open copied &amp;text</source>
        <translation>打开复制的文本(&amp;T)</translation>
    </message>
    <message>
        <source>Read we&amp;ights…</source>
        <translation>读取权重(&amp;I)…</translation>
    </message>
    <message>
        <source>Export as: {format}…</source>
        <translation>导出为：{format}…</translation>
    </message>
    <message>
        <source>&amp;For a class…</source>
        <translation>课堂设置(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>打开最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;{letter}  {title}</source>
        <translation>&amp;{letter}  {title}</translation>
    </message>
    <message>
        <source>&amp;{number}  {name}</source>
        <translation>&amp;{number}  {name}</translation>
    </message>
    <message>
        <source>{name} (cannot be read)</source>
        <translation>{name}（无法读取）</translation>
    </message>
    <message>
        <source>Read mode&amp;l…</source>
        <translation>读取模型(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose from pictures of all examples and networks</source>
        <translation>从所有示例和网络的图片中选择</translation>
    </message>
    <message>
        <source>Open another window with its own project</source>
        <translation>再打开一个窗口，有自己的项目</translation>
    </message>
    <message>
        <source>Use the handwritten digits in a folder</source>
        <translation>用文件夹中的手写数字来训练</translation>
    </message>
    <message>
        <source>Use your own table (CSV, TSV) or NumPy arrays</source>
        <translation>从自己的表格（CSV、TSV）或 NumPy 数组学习</translation>
    </message>
    <message>
        <source>Save the project to another file</source>
        <translation>将项目保存到另一个文件</translation>
    </message>
    <message>
        <source>Copy the project to the clipboard as one line that can be pasted into a chat</source>
        <translation>把项目作为一行文本放到剪贴板，可以粘贴到聊天中</translation>
    </message>
    <message>
        <source>Open the project from a line on the clipboard</source>
        <translation>打开剪贴板上那行文本所表示的项目</translation>
    </message>
    <message>
        <source>Read the network and the weights of a model from another library</source>
        <translation>读入其他库写出的模型的网络和权重</translation>
    </message>
    <message>
        <source>Lock or hide parts of the window for people who get this file</source>
        <translation>为得到此文件的人锁定或隐藏窗口的部分内容</translation>
    </message>
    <message>
        <source>{name} (missing)</source>
        <translation>{name}（已不存在）</translation>
    </message>
    <message>
        <source>Read the weights in a file from NumPy, PyTorch or Keras into this network</source>
        <translation>从 NumPy、PyTorch 或 Keras 的文件读取这个网络的权重</translation>
    </message>
    <message>
        <source>New empt&amp;y network</source>
        <translation>新建空网络(&amp;Y)</translation>
    </message>
    <message>
        <source>Start with input and output only, and build the rest yourself</source>
        <translation>只从输入和输出开始，其余由你自己搭建</translation>
    </message>
    <message>
        <source>Make pict&amp;ure classes…</source>
        <translation>建立图片类别(&amp;U)…</translation>
    </message>
    <message>
        <source>Make classes by typing their names, and draw or drop pictures into each</source>
        <translation>输入名称建立类别，再为每个类别画图或拖入图片</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Film of the run</source>
        <translation>训练过程的影片</translation>
    </message>
    <message>
        <source>Animated GIF</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>One PNG for each picture</source>
        <translation>每幅画面一个 PNG</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Filming</source>
        <translation>正在拍摄</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>内容(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>画面数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>时长(&amp;L)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Taking pictures…</source>
        <translation>正在拍摄画面…</translation>
    </message>
    <message>
        <source>Writing the film…</source>
        <translation>正在写入影片…</translation>
    </message>
</context>
<context>
    <name>FilmMaking</name>
    <message>
        <source>Decision map</source>
        <translation>决策图</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>整个窗口</translation>
    </message>
</context>
<context>
    <name>FormatForm</name>
    <message>
        <source>Comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Point 1.5</source>
        <translation>点 1.5</translation>
    </message>
    <message>
        <source>Comma 1,5</source>
        <translation>逗号 1,5</translation>
    </message>
    <message>
        <source>First row has the &amp;names</source>
        <translation>首行是列名(&amp;N)</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>How letters are written as bytes</source>
        <translation>文字如何写成字节</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>Whether the first row names the columns, or is data like all others</source>
        <translation>第一行是列名，还是和其他行一样的数据</translation>
    </message>
    <message>
        <source>The character between two cells</source>
        <translation>两个单元格之间的符号</translation>
    </message>
    <message>
        <source>The decimal sign of numbers</source>
        <translation>数的小数点符号</translation>
    </message>
    <message>
        <source>The character around a cell that contains a separator</source>
        <translation>含有分隔符的单元格用什么括起来</translation>
    </message>
    <message>
        <source>Wide comma ，</source>
        <translation>全角逗号 ，</translation>
    </message>
    <message>
        <source>Wide semicolon ；</source>
        <translation>全角分号 ；</translation>
    </message>
    <message>
        <source>Second &amp;row too</source>
        <translation>还有第二行(&amp;R)</translation>
    </message>
    <message>
        <source>Whether a second row, such as one of units, belongs to the names</source>
        <translation>第二行（例如单位）是否也属于列名</translation>
    </message>
</context>
<context>
    <name>FormatList</name>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>FormulaSheet</name>
    <message>
        <source>Equations</source>
        <translation>算式</translation>
    </message>
</context>
<context>
    <name>FunctionPage</name>
    <message>
        <source>Learned function</source>
        <translation>学到的函数</translation>
    </message>
</context>
<context>
    <name>GeneratedForm</name>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>&amp;Regenerate</source>
        <translation>重新生成(&amp;R)</translation>
    </message>
    <message>
        <source>Draw new examples from the same distribution</source>
        <translation>从同一分布中抽取新样本</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How much noise is added to the quantity to predict</source>
        <translation>要学习的量受多大干扰</translation>
    </message>
    <message>
        <source>Share of the examples used for training; the others are for testing</source>
        <translation>用于学习的样本所占比例；其余用于测试</translation>
    </message>
    <message>
        <source>Total number of examples</source>
        <translation>用于学习的样本所占比例；其余用于测试</translation>
    </message>
</context>
<context>
    <name>GlossaryPanel</name>
    <message>
        <source>Search terms</source>
        <translation>查找术语</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有叫这个名字的术语。</translation>
    </message>
</context>
<context>
    <name>GoalForm</name>
    <message>
        <source>Training and test part each get their share of every class</source>
        <translation>训练部分和测试部分各按比例分得每个类别</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>As</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>划分的种子</translation>
    </message>
    <message>
        <source>Same share of every class</source>
        <translation>各类别比例相同</translation>
    </message>
    <message>
        <source>The column that the network should predict</source>
        <translation>网络要预测的列</translation>
    </message>
    <message>
        <source>The kind of answer; it decides output and loss</source>
        <translation>答案的类型；它决定输出层和损失函数</translation>
    </message>
    <message>
        <source>The share of the rows used for training</source>
        <translation>用于学习的行所占的比例</translation>
    </message>
    <message>
        <source>A different number splits the rows differently</source>
        <translation>换一个数，行就按另一种方式划分</translation>
    </message>
    <message>
        <source>Rows of each class: {counts}. Always predicting the most frequent one is right in {share}.</source>
        <translation>各类别的行数：{counts}。总是回答最多的那一类，正确率为 {share}。</translation>
    </message>
</context>
<context>
    <name>GradientsPanel</name>
    <message>
        <source>Nudge</source>
        <translation>扰动</translation>
    </message>
    <message>
        <source>Nudge &amp;both ways</source>
        <translation>向两边扰动(&amp;B)</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>扰动</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Nudge {nudge}</source>
        <translation>扰动 {nudge}</translation>
    </message>
    <message>
        <source>How far each weight is moved: too far, and the curve bends away; too little, and rounding takes over</source>
        <translation>每个权重移动多少：太大，曲线会弯开；太小，有效数字会不够用</translation>
    </message>
    <message>
        <source>Move each weight up and down, so that the curvature cancels out</source>
        <translation>把每个权重向上、向下各移动一次：弯曲的影响相互抵消</translation>
    </message>
    <message>
        <source>Choose data, and this panel compares both gradients, weight by weight.</source>
        <translation>选择数据，这里会逐个权重比较两种梯度。</translation>
    </message>
</context>
<context>
    <name>HandsForm</name>
    <message>
        <source>Ways of &amp;writing</source>
        <translation>书写方式(&amp;W)</translation>
    </message>
    <message>
        <source>Choose how often the generated digits are written in some ways</source>
        <translation>选择生成的数字以各种方式书写的频率</translation>
    </message>
    <message>
        <source>As &amp;usual</source>
        <translation>恢复通常方式(&amp;U)</translation>
    </message>
    <message>
        <source>Write every digit as often in each way as nnplay usually does</source>
        <translation>让每个数字的各种写法恢复 nnplay 通常的比例</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>简介</translation>
    </message>
</context>
<context>
    <name>HeadView</name>
    <message numerus="yes">
        <source>%Ln empty cell(s)</source>
        <translation>
            <numerusform>%Ln 个空单元格</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeightScale</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>G&amp;uide</source>
        <translation>使用指南(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make a lesson…</source>
        <translation>制作课程(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>Wel&amp;come</source>
        <translation>欢迎(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Error report…</source>
        <translation>错误报告(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;About nnplay</source>
        <translation>关于 nnplay(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>A few short pages on how to use nnplay</source>
        <translation>十二页短文，介绍如何使用 nnplay</translation>
    </message>
    <message>
        <source>Learn step by step, a few minutes at a time</source>
        <translation>亲手学习，每次几分钟</translation>
    </message>
    <message>
        <source>Write steps for this project, for others to follow</source>
        <translation>在当前项目上编写步骤，供他人学习</translation>
    </message>
    <message>
        <source>What each control is, and what happens if you raise it</source>
        <translation>每个控件是什么，调大了会怎样</translation>
    </message>
    <message>
        <source>Then click a control to read about it</source>
        <translation>然后点击一个控件，看看它是什么</translation>
    </message>
    <message>
        <source>Ways to begin, as at the start</source>
        <translation>启动时的各种开始方式</translation>
    </message>
    <message>
        <source>Show the recorded errors</source>
        <translation>查看已记录的错误</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>介绍本程序</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>查找一切(&amp;F)…</translation>
    </message>
    <message>
        <source>Find commands, settings, layers, examples, lessons, words and pages of the guide</source>
        <translation>查找命令、设置、层、示例、课程、术语和指南</translation>
    </message>
</context>
<context>
    <name>HintStrip</name>
    <message>
        <source>No more hints</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the hint</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Hint: {text}</source>
        <translation>提示：{text}</translation>
    </message>
    <message>
        <source>You can turn hints on again in the preferences</source>
        <translation>可在首选项中重新打开提示</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Plus and minus change a layer&apos;s neurons; drag more layers in from the row above.</source>
        <translation>加号和减号改变一层的神经元数量；还可以从上方拖入更多的层。</translation>
    </message>
    <message>
        <source>Press Train and watch the network learn.</source>
        <translation>点击“训练”，看网络怎样学习。</translation>
    </message>
    <message>
        <source>Try other data: which can this network learn, and which not?</source>
        <translation>换一组数据试试：这个网络学得会哪些，学不会哪些？</translation>
    </message>
    <message>
        <source>Simple view: press {keys} to show everything, such as batch size, optimizer, custom inputs.</source>
        <translation>现在是简单视图：按 {keys} 可显示全部内容，如批大小、优化器、自定义输入。</translation>
    </message>
    <message>
        <source>Press {keys} to find any command of nnplay by its name.</source>
        <translation>按 {keys} 可以按名称找到 nnplay 的所有功能。</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Histogram over time</source>
        <translation>随时间变化的直方图</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>绝对值</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>This list shows your changes; click one to go back to it.</source>
        <translation>你所做的每处修改都列在这里；点击即可回到当时的样子。</translation>
    </message>
</context>
<context>
    <name>InputAxes</name>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>The input along the horizontal axis</source>
        <translation>沿横轴变化的输入</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>The input along the vertical axis</source>
        <translation>沿纵轴变化的输入</translation>
    </message>
    <message>
        <source>Held input</source>
        <translation>固定的输入</translation>
    </message>
    <message>
        <source>An input that no axis shows; every one has a value</source>
        <translation>两轴都不显示的输入；每个都有一个固定值</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Its value</source>
        <translation>固定值</translation>
    </message>
    <message>
        <source>As the network gets it, after scaling; at first the mean</source>
        <translation>网络实际接收的值（缩放之后）；起初为均值</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Hold every other input at its mean again</source>
        <translation>其他输入全部恢复为均值</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>The plane along which the training data differ most (principal components), through their mean</source>
        <translation>训练数据差异最大的平面（主成分），经过其均值</translation>
    </message>
    <message>
        <source>PC {number} ({share})</source>
        <translation>第 {number} 主成分（{share}）</translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Number of the example</source>
        <translation>样本编号</translation>
    </message>
    <message>
        <source>Which training example the network sees</source>
        <translation>网络看到的是哪个训练样本</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Magnitudes on a logarithmic scale</source>
        <translation>以对数刻度显示绝对值</translation>
    </message>
    <message>
        <source>Weights of the first layer</source>
        <translation>第一层的权重</translation>
    </message>
    <message>
        <source>Epoch {epoch}, {value}: {share} of the values</source>
        <translation>第 {epoch} 轮，{value}：占全部数值的 {share}</translation>
    </message>
    <message>
        <source>Blue is positive, orange negative; the full colours stand for ±{scale}</source>
        <translation>蓝色为正，橙色为负；最深的颜色表示 ±{scale}</translation>
    </message>
    <message>
        <source>Picture {number}, row {row}, column {column}: {value}</source>
        <translation>第 {number} 幅，第 {row} 行第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Choose data to see what goes on in each layer.</source>
        <translation>选择数据，这里会显示每一层内部的情况。</translation>
    </message>
    <message>
        <source>Muted: {layers}. No gradient reaches the layers before.</source>
        <translation>已屏蔽：{layers}。梯度无法通过它传到前面的层。</translation>
    </message>
    <message>
        <source>Fewer than three layers: too few for a gradient to vanish.</source>
        <translation>不到三层：梯度还没有可以消失的路程。</translation>
    </message>
    <message>
        <source>Vanishing gradients: the first layer gets only {growth} times the last layer’s gradient.</source>
        <translation>梯度消失：传到第一层的梯度只有最后一层的 {growth} 倍。</translation>
    </message>
    <message>
        <source>Exploding gradients: the first layer gets {growth} times the last layer’s gradient.</source>
        <translation>梯度爆炸：传到第一层的梯度是最后一层的 {growth} 倍。</translation>
    </message>
    <message>
        <source>Gradients arrive: the first layer gets {growth} times the last layer’s gradient.</source>
        <translation>梯度传得到：第一层的梯度是最后一层的 {growth} 倍。</translation>
    </message>
    <message>
        <source>Nothing is known yet: train, or choose another layer.</source>
        <translation>这一项还没有数据：请先训练，或选择其他层。</translation>
    </message>
</context>
<context>
    <name>JoinMenu</name>
    <message>
        <source>Concatenate: side by side</source>
        <translation>拼接：并排放在一起</translation>
    </message>
    <message>
        <source>Add: sum them element by element</source>
        <translation>相加：逐个数求和</translation>
    </message>
    <message>
        <source>Replace the current link</source>
        <translation>代替现有的连接</translation>
    </message>
</context>
<context>
    <name>LandscapePanel</name>
    <message>
        <source>Along one weight</source>
        <translation>沿一个权重</translation>
    </message>
    <message>
        <source>Over two weights</source>
        <translation>沿两个权重</translation>
    </message>
    <message>
        <source>Over two random directions</source>
        <translation>沿两个随机方向</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Second weight</source>
        <translation>第二个权重</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>This network has no weights yet: add a layer with neurons.</source>
        <translation>这个网络还没有权重：请添加一个带神经元的层。</translation>
    </message>
    <message>
        <source>Choose two different weights.</source>
        <translation>请选择两个不同的权重。</translation>
    </message>
    <message>
        <source>w = {w}, loss {loss}, slope {slope}. The next step takes it to {next}, loss {next_loss}.</source>
        <translation>w = {w}，损失 {loss}，斜率 {slope}。下一步走到 {next}，损失 {next_loss}。</translation>
    </message>
    <message>
        <source>First direction</source>
        <translation>第一方向</translation>
    </message>
    <message>
        <source>Second direction</source>
        <translation>第二方向</translation>
    </message>
    <message>
        <source>w = {w} → loss {loss}</source>
        <translation>w = {w} → 损失 {loss}</translation>
    </message>
    <message>
        <source>({first}, {second}) → loss {loss}</source>
        <translation>（{first}, {second}）→ 损失 {loss}</translation>
    </message>
    <message>
        <source>Along the path of training</source>
        <translation>沿训练走过的路</translation>
    </message>
    <message>
        <source>What the landscape shows</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>Choose data to see how the loss changes with the weights.</source>
        <translation>选择数据，这里会显示损失怎样随权重变化。</translation>
    </message>
    <message>
        <source>Train for a moment first: there is no path to show yet.</source>
        <translation>请先训练一会儿：还没有走过的路。</translation>
    </message>
    <message>
        <source>Ball: the present weights; ring: after the next step; line: the path so far.</source>
        <translation>圆点：现在的权重；圆环：下一步的位置；线：走过的路。</translation>
    </message>
    <message>
        <source>Stopped: choose another picture, or continue training.</source>
        <translation>已停止：请选择别的图，或继续训练。</translation>
    </message>
    <message>
        <source>w = {w}, loss {loss}.</source>
        <translation>w = {w}，损失 {loss}。</translation>
    </message>
    <message>
        <source>w = {w}, loss {loss}, slope {slope}. The next step takes it to {next}.</source>
        <translation>w = {w}，损失 {loss}，斜率 {slope}。下一步到 {next}。</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %Ln training example(s)</source>
        <translation>
            <numerusform>在 %Ln 个训练样本上测得</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerChip</name>
    <message>
        <source>{explanation}
{rule}
Drag onto the network, or double-click.</source>
        <translation>{explanation}
{rule}
拖到网络上，或双击。</translation>
    </message>
    <message>
        <source>Drag onto the network, or double-click.</source>
        <translation>拖到网络上，或双击。</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Align in a Row</source>
        <translation>横向对齐</translation>
    </message>
    <message>
        <source>Align in a Column</source>
        <translation>纵向对齐</translation>
    </message>
    <message>
        <source>Draw or Remove Their Link</source>
        <translation>绘制或移除两层之间的连接</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>Paste Behind</source>
        <translation>粘贴到后面</translation>
    </message>
    <message>
        <source>Remove Link from “{layer}”</source>
        <translation>删除来自“{layer}”的连接</translation>
    </message>
    <message>
        <source>Remove Layers</source>
        <translation>删除这些层</translation>
    </message>
    <message>
        <source>Units…</source>
        <translation>神经元个数…</translation>
    </message>
    <message>
        <source>Rate…</source>
        <translation>丢弃率…</translation>
    </message>
    <message>
        <source>Skip Layer</source>
        <translation>跳过此层</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Try Another in a Twin…</source>
        <translation>用对照网络试试别的…</translation>
    </message>
    <message>
        <source>Vary in an Experiment</source>
        <translation>在实验中改变</translation>
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
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>All layers, to search and to drag, and whole networks</source>
        <translation>所有的层，可搜索和拖动；还有整个网络</translation>
    </message>
</context>
<context>
    <name>LayerSettings</name>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>关闭设置</translation>
    </message>
    <message>
        <source>{taken} → {given} · {count} weights</source>
        <translation>{taken} → {given} · {count} 个权重</translation>
    </message>
    <message>
        <source>{taken} → {given}</source>
        <translation>{taken} → {given}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>The layer&apos;s name; every layer has a different one.</source>
        <translation>层的名称；每一层的名称各不相同。</translation>
    </message>
    <message>
        <source>Pass the numbers through as if the layer were not there. It keeps its weights.</source>
        <translation>让数据直接通过，就像这一层不存在；它的权重保留不变。</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>Statistics of the layers</source>
        <translation>各层统计</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>In the network’s order, from the input to the output</source>
        <translation>按网络顺序，从输入到输出</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Mean ± standard deviation of the layer’s outputs</source>
        <translation>该层输出的平均值 ± 标准差</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Units whose slope is 0 for every example</source>
        <translation>对所有样本斜率都为 0 的神经元</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Outputs where the activation function is nearly flat</source>
        <translation>落在激活函数平坦处的输出</translation>
    </message>
    <message>
        <source>Root mean square of dL/da: how much of the error reaches this layer</source>
        <translation>dL/da 的均方根：有多少误差传到这里</translation>
    </message>
    <message>
        <source>Relative change of the weights in a step; about 0.001 is good</source>
        <translation>每一步权重的变化与权重之比；0.001 左右较好</translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message>
        <source>{kind} {name}</source>
        <translation>{kind} {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n 个卷积核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 个神经元</numerusform>
        </translation>
    </message>
    <message>
        <source>gives {shape}</source>
        <translation>输出 {shape}</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>丢弃率 {rate}</translation>
    </message>
    <message>
        <source>connected from {layers}</source>
        <translation>来自 {layers}</translation>
    </message>
    <message>
        <source>connected to {layers}</source>
        <translation>连接到 {layers}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>bias {value}</source>
        <translation>偏置 {value}</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>placeholder</source>
        <translation>占位</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Scale of the weights</source>
        <translation>权重的比例尺</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>LessonAuthor</name>
    <message>
        <source>The lesson that you are writing is not saved.</source>
        <translation>正在制作的课程还没有保存。</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>无法写入文件：{reason}</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>保存课程</translation>
    </message>
    <message>
        <source>nnplay lessons (*{ending})</source>
        <translation>nnplay 课程 (*{ending})</translation>
    </message>
    <message>
        <source>Choose a folder for the lesson</source>
        <translation>为课程选择文件夹</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Lessons: files, and lesson.json of a folder (*{ending} {plan})</source>
        <translation>课程：文件，或文件夹中的 lesson.json (*{ending} {plan})</translation>
    </message>
    <message>
        <source>If you do not save, your changes since the last save are lost.</source>
        <translation>不保存的话，上次保存之后写的内容都会丢失。</translation>
    </message>
</context>
<context>
    <name>LessonFiles</name>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>nnplay lessons (*{ending})</source>
        <translation>nnplay 课程 (*{ending})</translation>
    </message>
</context>
<context>
    <name>LessonList</name>
    <message>
        <source>Open a lesson file…</source>
        <translation>打开课程文件…</translation>
    </message>
    <message>
        <source>Each takes a few minutes and comes with its own network; yours stays as it is.</source>
        <translation>每课只需几分钟，并自带网络：你自己的网络不受影响。</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>{step} of {all}</source>
        <translation>第 {step} 步，共 {all} 步</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>全部课程</translation>
    </message>
    <message>
        <source>Leave this lesson; you can come back to this step</source>
        <translation>离开本课；之后可以回到这一步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Back to my network</source>
        <translation>回到我的网络</translation>
    </message>
    <message>
        <source>End this lesson and go on where you were; you can come back to this step</source>
        <translation>结束本课，回到你原来的地方；以后可以从这一步继续</translation>
    </message>
</context>
<context>
    <name>LimitsForm</name>
    <message>
        <source>L1 rate</source>
        <translation>L1 正则化率</translation>
    </message>
    <message>
        <source>Pulls every weight evenly towards 0, and many of them to 0 itself; 0 for none</source>
        <translation>把每个权重均匀地拉向 0，许多权重会变成 0；填 0 表示不用</translation>
    </message>
    <message>
        <source>L2 rate</source>
        <translation>L2 正则化率</translation>
    </message>
    <message>
        <source>Pulls every weight towards 0, the larger the stronger; 0 for none</source>
        <translation>把每个权重拉向 0，权重越大拉力越强；填 0 表示不用</translation>
    </message>
    <message>
        <source>As TensorFlow Playground</source>
        <translation>与 TensorFlow 游乐场相同</translation>
    </message>
    <message>
        <source>Each step is followed by a pull of its own, as there; otherwise the penalty is part of the loss, as in Keras</source>
        <translation>像那里一样，每步之后单独拉一次；否则惩罚项是损失的一部分，与 Keras 相同</translation>
    </message>
    <message>
        <source>Greatest length</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>Clip each gradient</source>
        <translation>逐个裁剪梯度</translation>
    </message>
    <message>
        <source>Clip their length</source>
        <translation>按范数裁剪</translation>
    </message>
    <message>
        <source>Largest length of the weights into one unit, as a vector; empty for no limit</source>
        <translation>进入一个神经元的所有权重作为向量的长度；留空表示不限</translation>
    </message>
    <message>
        <source>Largest magnitude of one weight&apos;s gradient; empty for no limit</source>
        <translation>单个权重的梯度的最大绝对值；留空表示不限</translation>
    </message>
    <message>
        <source>Largest length of all gradients as one vector; empty for no limit</source>
        <translation>所有梯度作为一个向量的最大长度；留空表示不限</translation>
    </message>
</context>
<context>
    <name>LinkMenu</name>
    <message>
        <source>Remove Link {source} → {target}</source>
        <translation>移除连接 {source} → {target}</translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>LockSign</name>
    <message>
        <source>Locked by {teacher}</source>
        <translation>由{teacher}锁定</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Locked:</source>
        <translation>锁定，不可更改：</translation>
    </message>
</context>
<context>
    <name>LookingBackBand</name>
    <message>
        <source>&amp;Go on from here</source>
        <translation>从这里继续(&amp;G)</translation>
    </message>
    <message>
        <source>Train on from this moment; the run until now stays in the list of runs</source>
        <translation>从这一刻起继续训练；到目前为止的训练留在训练记录中</translation>
    </message>
    <message>
        <source>Back to the &amp;present</source>
        <translation>回到现在(&amp;P)</translation>
    </message>
    <message>
        <source>Show the newest state of the network (Esc)</source>
        <translation>显示网络的最新状态（Esc）</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {last}: looking back. Nothing can be changed here.</source>
        <translation>第 {epoch} 轮次，共 {last} 轮次：正在回看，此时不能修改。</translation>
    </message>
</context>
<context>
    <name>LossForm</name>
    <message>
        <source>General formula of the loss</source>
        <translation>损失的一般公式</translation>
    </message>
    <message>
        <source>N examples, counted by i; K outputs, counted by k; ŷ is the network&apos;s answer, y the true one.</source>
        <translation>N 个样本，用 i 计数；K 个输出，用 k 计数；ŷ 是网络的答案，y 是正确答案。</translation>
    </message>
    <message>
        <source>The loss of this example</source>
        <translation>这个样本的损失</translation>
    </message>
    <message>
        <source>What is left of it for example</source>
        <translation>只看一个样本，第</translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>Quantity</source>
        <translation>指标</translation>
    </message>
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
        <source>As measured</source>
        <translation>不平滑</translation>
    </message>
    <message>
        <source>Smooth over {n} points</source>
        <translation>按 {n} 个点平滑</translation>
    </message>
    <message>
        <source>as now</source>
        <translation>与现在相同</translation>
    </message>
    <message>
        <source>{number}: {differences}</source>
        <translation>{number}：{differences}</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
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
        <source>Choose data and train to see the loss fall.</source>
        <translation>选择数据并训练，这里会显示损失如何下降。</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮次(&amp;E)</translation>
    </message>
    <message>
        <source>Show the scores of each epoch as lines of text, as Keras prints them</source>
        <translation>按 Keras 的格式逐行显示每一轮的成绩</translation>
    </message>
</context>
<context>
    <name>LuckDialog</name>
    <message>
        <source>Was it luck?</source>
        <translation>是运气吗？</translation>
    </message>
    <message>
        <source>{run} began with starting weights, batches and, where data are drawn, examples that chance has chosen. Train it again with others, and see how far its result depends on that.</source>
        <translation>{run}的初始权重、各批的次序，以及（数据由抽取而来时）样本，都是随机选定的。换别的再训练一遍，看看结果在多大程度上取决于此。</translation>
    </message>
    <message>
        <source>How many other starts</source>
        <translation>另外几次开始</translation>
    </message>
    <message>
        <source>{n} other starts</source>
        <translation>另外 {n} 次开始</translation>
    </message>
    <message>
        <source>&amp;Train them</source>
        <translation>开始训练(&amp;T)</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>这次训练</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Three quarters lie below</source>
        <translation>四分之三在其下</translation>
    </message>
    <message>
        <source>A quarter lies below</source>
        <translation>四分之一在其下</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>各轮次的损失</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Half of all {n} starts end with a loss between {lower} and {upper}; in the middle is {median}. This run ended with {own}: better than {worse} of the {others} others.</source>
        <translation>{n} 次开始中有一半最终损失在 {lower} 与 {upper} 之间，中位数为 {median}。这次训练最终为 {own}，好于其余 {others} 次中的 {worse} 次。</translation>
    </message>
    <message>
        <source>{n} of them failed: their loss grew beyond all bounds.</source>
        <translation>其中 {n} 次失败：损失无限增大。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>搜索指南</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>MapHead</name>
    <message>
        <source>Value under the cursor</source>
        <translation>光标处的值</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>The map is pinned to the clicked neuron: go back to the network&apos;s output</source>
        <translation>决策图一直显示被点击的神经元：点此回到网络输出</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Decision map</source>
        <translation>决策图</translation>
    </message>
    <message>
        <source>The output at every point of the plane. The arrow keys read it, Return does what the mouse does there, and Shift with arrow keys keeps doing it.</source>
        <translation>平面上每一点的输出。方向键读取数值，回车键在该处执行鼠标的操作，按住 Shift 的方向键则继续该操作。</translation>
    </message>
    <message>
        <source>Show &amp;test data</source>
        <translation>显示测试数据(&amp;T)</translation>
    </message>
    <message>
        <source>Also draw the points that the network does not learn from, with a dark edge</source>
        <translation>同时画出网络从不学习的点，以深色边缘表示</translation>
    </message>
    <message>
        <source>&amp;Discretize</source>
        <translation>离散化(&amp;D)</translation>
    </message>
    <message>
        <source>Show only which class the output falls into</source>
        <translation>只显示输出属于哪一类</translation>
    </message>
    <message>
        <source>Network output</source>
        <translation>网络输出</translation>
    </message>
    <message>
        <source>({x1}, {x2}) → {value}</source>
        <translation>({x1}, {x2}) → {value}</translation>
    </message>
</context>
<context>
    <name>MenuButton</name>
    <message>
        <source>Menu of {panel}</source>
        <translation>“{panel}”的菜单</translation>
    </message>
    <message>
        <source>Menu of {panel} (frozen)</source>
        <translation>“{panel}”已冻结：打开菜单</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Draw New Weights</source>
        <translation>重新抽取权重</translation>
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
    <name>Minimap</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>The whole network. Click to go to a place</source>
        <translation>整个网络：点击即可到达</translation>
    </message>
</context>
<context>
    <name>ModelReport</name>
    <message>
        <source>Model “{name}”</source>
        <translation>模型“{name}”</translation>
    </message>
    <message>
        <source>The network has {layers} layers and {count} parameters; the file has {all}.</source>
        <translation>网络有 {layers} 层、{count} 个参数；文件中有 {all} 个。</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Layers of the file</source>
        <translation>文件中的层</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>The network has {layers} layers and {count} parameters, all newly initialized.</source>
        <translation>网络有 {layers} 层、{count} 个参数，参数从头开始。</translation>
    </message>
    <message>
        <source>The network has {layers} layers and {count} parameters, all read from the file.</source>
        <translation>网络有 {layers} 层、{count} 个参数：文件中的全部参数。</translation>
    </message>
    <message>
        <source>In nnplay</source>
        <translation>在 nnplay 中</translation>
    </message>
</context>
<context>
    <name>NeighboursView</name>
    <message>
        <source>Similar example</source>
        <translation>相似的样本</translation>
    </message>
    <message>
        <source>This project has no pictures to compare with: choose digits under Data.</source>
        <translation>这个项目没有可以比较的图片：请在“数据”中选择数字。</translation>
    </message>
    <message>
        <source>This network does not take the pictures of the project&apos;s data.</source>
        <translation>这个网络不接受项目数据中的图片。</translation>
    </message>
    <message>
        <source>Draw a digit to see the training examples most like it.</source>
        <translation>手写一个数字，会找出与它最相似的训练样本。</translation>
    </message>
</context>
<context>
    <name>NewDialog</name>
    <message>
        <source>New from template</source>
        <translation>从模板新建</translation>
    </message>
    <message>
        <source>&amp;Data and network</source>
        <translation>数据和网络(&amp;D)</translation>
    </message>
    <message>
        <source>A &amp;network for the current data</source>
        <translation>适合当前数据的网络(&amp;N)</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>文件无法写入：{reason}</translation>
    </message>
    <message>
        <source>{name}: {share} %</source>
        <translation>{name}：{share}%</translation>
    </message>
    <message>
        <source>Sorry, nnplay crashed last time. Help &gt; Error report says what is known about it.</source>
        <translation>抱歉，nnplay 上次崩溃了。“帮助 &gt; 错误报告”里有已知的情况。</translation>
    </message>
    <message>
        <source>Kept {kept} of {all} weights; the others have new random values.</source>
        <translation>保留了 {all} 个权重中的 {kept} 个，其余重新抽取。</translation>
    </message>
    <message>
        <source>Something went wrong inside nnplay; your project is unchanged. For a bug report: {line}</source>
        <translation>nnplay 内部出错；你的项目没有改变。报告问题时请附上：{line}</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier run(s) had to make room. Starred runs are kept longest.</source>
        <translation>
            <numerusform>为腾出空间，移除了 %n 次较早的训练。加星的训练保留得最久。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) of this experiment are kept only with their scores: together they are too large.</source>
        <translation>
            <numerusform>这个实验中有 %n 个网络只保留了成绩：全部保留会占用太多空间。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier experiment(s) had to make room for the new one.</source>
        <translation>
            <numerusform>为新的实验腾出空间，移除了 %n 个较早的实验。</numerusform>
        </translation>
    </message>
    <message>
        <source>All epochs are done: epoch {epoch}, training loss {loss}.</source>
        <translation>轮次已训练完：第 {epoch} 轮，训练损失 {loss}。</translation>
    </message>
    <message>
        <source>The training loss reached {loss} in epoch {epoch}, below the limit.</source>
        <translation>第 {epoch} 轮后训练损失为 {loss}，已低于设定值。</translation>
    </message>
    <message>
        <source>Stopped early: the loss was lowest after epoch {epoch} ({loss}). Its weights are restored.</source>
        <translation>已早停：第 {epoch} 轮后损失最低（{loss}），已恢复那时的权重。</translation>
    </message>
    <message>
        <source>“{name}” is open in another window. This is a copy; saving asks for another name.</source>
        <translation>“{name}”已在另一个窗口中打开。这是一份副本：保存时会询问新的文件名。</translation>
    </message>
    <message>
        <source>Copied as a line of {n} characters. Paste it anywhere.</source>
        <translation>已复制为一行文本，共 {n} 个字符：可以粘贴到任何地方。</translation>
    </message>
    <message>
        <source>No recovery copy can be saved: {reason}</source>
        <translation>无法保留用于恢复的副本：{reason}</translation>
    </message>
    <message>
        <source>Training continues with your changes.</source>
        <translation>训练已按你的更改继续进行。</translation>
    </message>
    <message>
        <source>Training has stopped. Train starts a new run with the current weights.</source>
        <translation>训练已停止：再按“训练”将从现有权重开始新的运行。</translation>
    </message>
    <message>
        <source>Also removed, because nothing is left for it to join or to lead to: {layers}.</source>
        <translation>同时移除了 {layers}：它们已没有可合并的输入，或不再通向输出。</translation>
    </message>
    <message>
        <source>“{name}” is being saved. You can go on.</source>
        <translation>正在保存“{name}”。你可以继续操作。</translation>
    </message>
    <message>
        <source>Waiting until “{name}” is saved…</source>
        <translation>正在等待“{name}”保存完成…</translation>
    </message>
    <message>
        <source>“{name}” is neither a project nor a model, table, array or picture that nnplay can read.</source>
        <translation>“{name}”不是 nnplay 能读取的项目、模型、表格、数组或图片。</translation>
    </message>
</context>
<context>
    <name>OptimizerForm</name>
    <message>
        <source>{optimizer} has no settings of its own.</source>
        <translation>{optimizer} 没有自己的设置。</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>This network&apos;s weights, in a file beside it</source>
        <translation>这个网络的权重，放在旁边的文件里</translation>
    </message>
    <message>
        <source>Starts from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>{n}×</source>
        <translation>{n}×</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮次(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;tarts from</source>
        <translation>起点(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>背景(&amp;B)</translation>
    </message>
    <message>
        <source>Sca&amp;le</source>
        <translation>缩放(&amp;L)</translation>
    </message>
    <message>
        <source>New weights, from the project&apos;s initializers</source>
        <translation>新的权重，按项目的方式抽取</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>与窗口相同</translation>
    </message>
</context>
<context>
    <name>OtherSets</name>
    <message>
        <source>One input: curves</source>
        <translation>一个输入：曲线</translation>
    </message>
    <message>
        <source>Logic gates</source>
        <translation>逻辑门</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自己画</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人体数据</translation>
    </message>
    <message>
        <source>Drawn, measured</source>
        <translation>自己画的、测量的</translation>
    </message>
    <message>
        <source>A sheet with two points: draw others on the decision map, with the mouse set to brush</source>
        <translation>只有两个点的画纸：把鼠标设为“涂点”，在决策图上画其他的点</translation>
    </message>
    <message>
        <source>Weight, height and age of a thousand people: who is male, who female?</source>
        <translation>一千个人的体重、身高和年龄：谁是男性，谁是女性？</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
</context>
<context>
    <name>OwnFeatures</name>
    <message>
        <source>Own: sin(x1 x2)</source>
        <translation>自定义：sin(x1 x2)</translation>
    </message>
    <message>
        <source>Own formula</source>
        <translation>自定义公式</translation>
    </message>
    <message>
        <source>Add this formula as an input</source>
        <translation>把这个公式添加为输入</translation>
    </message>
    <message>
        <source>Use {feature} as an input; right-click to change or remove it</source>
        <translation>用 {feature} 作为输入；右键单击可更改或移除</translation>
    </message>
    <message>
        <source>Change Formula</source>
        <translation>更改公式</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Your own input, made from x1 and x2 with + − * / ^, parentheses, pi, e, and functions such as sin, exp, sqrt, abs, min, max, sigmoid. Enter adds it.</source>
        <translation>你自己的输入：由 x1 和 x2 组成，可用 + − * / ^、括号、pi、e，以及 sin、exp、sqrt、abs、min、max、sigmoid 等函数。按回车添加。</translation>
    </message>
</context>
<context>
    <name>PadTools</name>
    <message>
        <source>Pen</source>
        <translation>笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Undo the last stroke (Ctrl+Z)</source>
        <translation>撤销上一笔 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Clear the pad (Delete)</source>
        <translation>清空画板 (Delete)</translation>
    </message>
    <message>
        <source>Load or save a drawing</source>
        <translation>载入或保存手写图</translation>
    </message>
    <message>
        <source>Load a picture…</source>
        <translation>载入图片…</translation>
    </message>
    <message>
        <source>A picture of a digit; you can also paste it with Ctrl+V, or drop it on the pad</source>
        <translation>一张数字图片；也可以用 Ctrl+V 粘贴，或拖放到画板上</translation>
    </message>
    <message>
        <source>Save as pen strokes (JSON)…</source>
        <translation>保存为笔画（JSON）…</translation>
    </message>
    <message>
        <source>Save as a picture (PNG)…</source>
        <translation>保存为图片（PNG）…</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存手写图</translation>
    </message>
    <message>
        <source>Load a picture of a digit</source>
        <translation>载入数字图片</translation>
    </message>
    <message>
        <source>Width of pen and eraser</source>
        <translation>笔和橡皮的粗细</translation>
    </message>
    <message>
        <source>The format that “nnplay predict --strokes” reads</source>
        <translation>即 “nnplay predict --strokes” 读取的格式</translation>
    </message>
</context>
<context>
    <name>PairMaps</name>
    <message>
        <source>Largest difference: {value}</source>
        <translation>最大差别：{value}</translation>
    </message>
    <message>
        <source>They disagree on {share}</source>
        <translation>判断不同之处：{share}</translation>
    </message>
</context>
<context>
    <name>PairMatrices</name>
    <message>
        <source>They disagree on {n} of {all} examples.</source>
        <translation>在 {all} 个样本中有 {n} 个判断不同。</translation>
    </message>
</context>
<context>
    <name>PaletteDrawer</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search layers and templates</source>
        <translation>搜索层和模板</translation>
    </message>
    <message>
        <source>Whole networks</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有匹配的项目。</translation>
    </message>
    <message>
        <source>Drag onto the network, or double-click.</source>
        <translation>拖到网络上，或双击。</translation>
    </message>
    <message>
        <source>Double-click to replace your network with this one, adapted to the current data</source>
        <translation>双击：用这个网络（适配当前数据）代替现有网络</translation>
    </message>
</context>
<context>
    <name>PanelDock</name>
    <message>
        <source>Close {panel}</source>
        <translation>关闭{panel}</translation>
    </message>
    <message>
        <source>Close (reopen it from the View menu)</source>
        <translation>关闭（可从“视图”菜单重新打开）</translation>
    </message>
</context>
<context>
    <name>PanelMenu</name>
    <message>
        <source>&amp;Freeze</source>
        <translation>冻结(&amp;F)</translation>
    </message>
    <message>
        <source>Export picture as &amp;SVG…</source>
        <translation>导出图片为 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>Export picture as &amp;PNG…</source>
        <translation>导出图片为 PNG(&amp;P)…</translation>
    </message>
    <message>
        <source>Export numbers as &amp;CSV…</source>
        <translation>导出数据为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Keep this picture while training continues</source>
        <translation>训练继续时保持此图不变</translation>
    </message>
</context>
<context>
    <name>ParallelChart</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>PartActions</name>
    <message>
        <source>Freeze Weight</source>
        <translation>冻结权重</translation>
    </message>
    <message>
        <source>Mute Weight</source>
        <translation>屏蔽权重</translation>
    </message>
    <message>
        <source>Freeze Neuron</source>
        <translation>冻结神经元</translation>
    </message>
    <message>
        <source>Mute Neuron</source>
        <translation>屏蔽神经元</translation>
    </message>
    <message>
        <source>Freeze Layer</source>
        <translation>冻结整层</translation>
    </message>
    <message>
        <source>Mute Layer</source>
        <translation>屏蔽整层</translation>
    </message>
</context>
<context>
    <name>PictureExample</name>
    <message>
        <source>Test example {n:,} · true answer: {answer}</source>
        <translation>测试样本 {n:,} · 真实答案：{answer}</translation>
    </message>
    <message>
        <source>Training example {n:,} · true answer: {answer}</source>
        <translation>训练样本 {n:,} · 真实答案：{answer}</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Position in the picture</source>
        <translation>图像中的位置</translation>
    </message>
    <message>
        <source>Most active</source>
        <translation>数值最大处</translation>
    </message>
    <message>
        <source>The position where the layer&apos;s numbers are largest</source>
        <translation>这一层的数值最大的位置</translation>
    </message>
</context>
<context>
    <name>PlanePlot</name>
    <message>
        <source>Loss over two directions</source>
        <translation>两个方向上的损失</translation>
    </message>
</context>
<context>
    <name>PlotReadout</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointTools</name>
    <message>
        <source>Looks</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Adds points</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>Brushes</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Jitters</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Erases</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>What the mouse does on the map; drawn points become part of the project</source>
        <translation>鼠标在图上做什么；画出的点会成为项目的一部分</translation>
    </message>
    <message>
        <source>Class of new points</source>
        <translation>新点的类别</translation>
    </message>
    <message>
        <source>Value of new points</source>
        <translation>新点的数值</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
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
        <source>y &gt; {formula}</source>
        <translation>y &gt; {formula}</translation>
    </message>
    <message>
        <source>Formula of the curve</source>
        <translation>曲线的公式</translation>
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
        <source>Use {feature} as an input</source>
        <translation>用 {feature} 作为输入</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Points above the curve of this formula in x are one class, all others the other</source>
        <translation>在这个关于 x 的公式的曲线之上的点为一类，其余为另一类</translation>
    </message>
    <message>
        <source>{n_train} for training, {n_test} for testing</source>
        <translation>训练 {n_train} 个，测试 {n_test} 个</translation>
    </message>
</context>
<context>
    <name>Popups</name>
    <message>
        <source>gradient {value}</source>
        <translation>梯度 {value}</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Units of {layer}</source>
        <translation>{layer} 的神经元个数</translation>
    </message>
    <message>
        <source>Rate of {layer}</source>
        <translation>{layer} 的丢弃率</translation>
    </message>
    <message>
        <source>frozen: training does not change it</source>
        <translation>已冻结：训练不会改变它</translation>
    </message>
    <message>
        <source>muted: the network ignores it</source>
        <translation>已屏蔽：网络不使用它</translation>
    </message>
</context>
<context>
    <name>PortItem</name>
    <message>
        <source>Drag from here to a later layer to link them</source>
        <translation>从这里拖到后面的层：建立连接</translation>
    </message>
    <message>
        <source>Drag from here to an earlier layer to link them</source>
        <translation>从这里拖到前面的层：建立连接</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Search preferences and commands</source>
        <translation>搜索首选项和命令</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>较大</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Classroom</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>不用动画</translation>
    </message>
    <message>
        <source>Simple: what a beginner needs</source>
        <translation>简单：初学者所需</translation>
    </message>
    <message>
        <source>Full: everything</source>
        <translation>完整：全部功能</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>动画(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>&amp;Reset everything</source>
        <translation>全部重置(&amp;R)</translation>
    </message>
    <message>
        <source>Reset {preference}</source>
        <translation>恢复“{preference}”的默认值</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Show the welcome page at startup</source>
        <translation>启动时显示欢迎页</translation>
    </message>
    <message>
        <source>Show hints: what to try first</source>
        <translation>给出提示：先试试什么</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有这样的项目。</translation>
    </message>
    <message>
        <source>Restore the defaults of language, looks, view and keys; your files and lessons are not affected</source>
        <translation>语言、外观、视图和快捷键恢复初始设置；你的文件和课程不受影响</translation>
    </message>
    <message>
        <source>Default: {choice}</source>
        <translation>恢复默认：{choice}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>First lines of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Preview of the picture</source>
        <translation>图片预览</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>页面预览</translation>
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
    <name>ProgramView</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>ProjectExports</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ProjectFiles</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
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
        <source>“{name}” has been changed by another program.</source>
        <translation>“{name}”已被另一个程序修改。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>nnplay projects (*.{ending})</source>
        <translation>nnplay 项目 (*.{ending})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Models ({endings})</source>
        <translation>模型 ({endings})</translation>
    </message>
    <message>
        <source>If you do not save, your changes since the last save are lost.</source>
        <translation>如果不保存，上次保存之后的所有更改都会丢失。</translation>
    </message>
    <message>
        <source>Saving here would replace those changes.</source>
        <translation>在此保存会覆盖它写入的内容。</translation>
    </message>
</context>
<context>
    <name>ProjectImports</name>
    <message>
        <source>Read weights</source>
        <translation>读取权重</translation>
    </message>
    <message>
        <source>Read model</source>
        <translation>读取模型</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Pasted code</source>
        <translation>粘贴的代码</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.npz *.pt *.pth *.h5 *.keras)</source>
        <translation>权重 (*.safetensors *.npz *.pt *.pth *.h5 *.keras)</translation>
    </message>
    <message>
        <source>“{name}” was not read; your network is unchanged.</source>
        <translation>没有读取“{name}”；你的网络保持原样。</translation>
    </message>
    <message>
        <source>Reading “{name}”…</source>
        <translation>正在读取“{name}”…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ProposalDialog</name>
    <message>
        <source>A network for these data</source>
        <translation>适合这些数据的网络</translation>
    </message>
    <message>
        <source>The network does not suit these data. Choose one that does:</source>
        <translation>当前网络不适合这些数据。请选一个适合的：</translation>
    </message>
    <message>
        <source>Keep the data and network as they are</source>
        <translation>保持数据和网络不变</translation>
    </message>
</context>
<context>
    <name>QuantityForm</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>From input</source>
        <translation>来自第几个输入</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在是</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover projects</source>
        <translation>恢复项目</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Keep them, and ask again at the next start</source>
        <translation>保留它们，下次启动时再询问</translation>
    </message>
    <message>
        <source>Error report…</source>
        <translation>错误报告…</translation>
    </message>
    <message>
        <source>What is known of the end, for you to read and to send if you like</source>
        <translation>关于这次异常结束的已知情况，供你查看，也可以自行发送</translation>
    </message>
    <message>
        <source>nnplay did not close properly. These projects were recovered from that time:</source>
        <translation>nnplay 上次没有正常结束。这些项目按当时的样子保留了下来：</translation>
    </message>
    <message>
        <source>Recovered projects</source>
        <translation>保留下来的项目</translation>
    </message>
    <message>
        <source>Delete the selected copy permanently</source>
        <translation>永久删除选中的副本</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>With a lesson being written</source>
        <translation>包含正在编写的课程</translation>
    </message>
</context>
<context>
    <name>RegularizationBox</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Regularization rate</source>
        <translation>正则化率</translation>
    </message>
</context>
<context>
    <name>ReplaceQuestion</name>
    <message>
        <source>Replace</source>
        <translation>覆盖</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Which data</source>
        <translation>哪部分数据</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Worst examples</source>
        <translation>最差的样本</translation>
    </message>
    <message>
        <source>Best examples</source>
        <translation>最好的样本</translation>
    </message>
    <message>
        <source>Which examples</source>
        <translation>哪些样本</translation>
    </message>
    <message>
        <source>R² {r2}, mean error {mae}, root mean squared error {rmse}, mean loss {loss}</source>
        <translation>R² {r2}，平均绝对误差 {mae}，均方根误差 {rmse}，平均损失 {loss}</translation>
    </message>
    <message>
        <source>Right: {true}</source>
        <translation>判对：{true}</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Scores by class</source>
        <translation>各类别得分</translation>
    </message>
    <message>
        <source>Choose data to see how often the network is right.</source>
        <translation>选择数据，这里会显示网络答对的比例。</translation>
    </message>
    <message>
        <source>{right} of {n} correct ({share}), mean loss {loss}</source>
        <translation>{n} 个中对 {right} 个（{share}），平均损失 {loss}</translation>
    </message>
    <message>
        <source>{true} predicted as {said}</source>
        <translation>{true} 误判为 {said}</translation>
    </message>
    <message>
        <source>{n} of class {true} ({share}) were predicted as {said}</source>
        <translation>类别 {true} 中有 {n} 个（{share}）判为 {said}</translation>
    </message>
    <message>
        <source>There are no test data: these are the training data.</source>
        <translation>没有留作测试的数据：这里是训练数据的结果。</translation>
    </message>
    <message>
        <source>Classes in order</source>
        <translation>类别按原顺序</translation>
    </message>
    <message>
        <source>Most errors first</source>
        <translation>错误最多的在前</translation>
    </message>
    <message>
        <source>Similar together</source>
        <translation>相似的放在一起</translation>
    </message>
    <message>
        <source>Order of the classes</source>
        <translation>类别的顺序</translation>
    </message>
    <message>
        <source>Show each cell&apos;s share of its class instead of its number of examples</source>
        <translation>显示每格在其类别中所占的比例，而不是样本数</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>比例</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Decision maps</source>
        <translation>决策图</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Click a network to open it on the canvas; Undo takes that back.</source>
        <translation>点击一个网络，就在画布上打开它；撤销可以恢复。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Score by setting</source>
        <translation>各设置的得分</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>All learning curves</source>
        <translation>全部学习曲线</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Drag along an axis to bring out the networks that go through there</source>
        <translation>沿一条轴拖动，突出显示经过那里的网络</translation>
    </message>
</context>
<context>
    <name>RowDetails</name>
    <message>
        <source>The value that changes</source>
        <translation>改变的值</translation>
    </message>
    <message>
        <source>The value that changes; all others stay as they are</source>
        <translation>改变的值；其他值保持不变</translation>
    </message>
    <message>
        <source>More about the answer</source>
        <translation>关于答案的更多内容</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The network gets</source>
        <translation>网络得到的数</translation>
    </message>
    <message>
        <source>The prepared numbers</source>
        <translation>处理后的数</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <source>The answer as one value changes</source>
        <translation>一个值改变时的答案</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>The values that speak for the answer and against it</source>
        <translation>支持和反对这个答案的值</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>The numbers that the network gets: scaled, categories as 0 and 1</source>
        <translation>网络得到的数：经过缩放，类别用 0 和 1 表示</translation>
    </message>
</context>
<context>
    <name>RowForm</name>
    <message>
        <source>Page of fields</source>
        <translation>字段页</translation>
    </message>
    <message>
        <source>Fields, page</source>
        <translation>字段，第</translation>
    </message>
    <message>
        <source>About the row</source>
        <translation>关于这一行</translation>
    </message>
    <message>
        <source>of {n:,}</source>
        <translation>/ {n:,}</translation>
    </message>
    <message>
        <source>Beyond the training data: {names}. The answer is a guess.</source>
        <translation>超出训练数据的范围：{names}。答案只是猜测。</translation>
    </message>
</context>
<context>
    <name>RowPage</name>
    <message>
        <source>Choose points or a table, and ask the network about a row of your own.</source>
        <translation>选择点或表格，再用自己的一行数据询问网络。</translation>
    </message>
    <message>
        <source>Your own example</source>
        <translation>你自己的样本</translation>
    </message>
    <message>
        <source>Test example {n:,}</source>
        <translation>测试样本 {n:,}</translation>
    </message>
    <message>
        <source>Training example {n:,}</source>
        <translation>训练样本 {n:,}</translation>
    </message>
    <message>
        <source>From the data</source>
        <translation>取自数据</translation>
    </message>
    <message>
        <source>Take a random example of the data, with its true answer</source>
        <translation>从数据中随机取一个样本，连同它的真实答案</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Draw random values from the ranges of the data</source>
        <translation>在数据的取值范围内随机取值</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Set every value to its average</source>
        <translation>把每个值设为平均值</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste a row copied from a spreadsheet (Ctrl+V)</source>
        <translation>粘贴从电子表格复制的一行（Ctrl+V）</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>停止询问</translation>
    </message>
    <message>
        <source>Stop asking: show the network without an example again (Esc)</source>
        <translation>停止询问：不再显示样本（Esc）</translation>
    </message>
    <message>
        <source>Type a value or move a slider.</source>
        <translation>输入数值或移动滑块。</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>Choose points or a table, and ask the network about rows of your own.</source>
        <translation>选择点或表格，再用自己的多行数据询问网络。</translation>
    </message>
    <message>
        <source>Open, paste or drop a table with the columns {names}: each row gets the network’s answer. Columns that are not needed stay as they are.</source>
        <translation>打开、粘贴或拖入一个包含这些列的表格：{names}。每一行都会得到网络的答案，不需要的列保持原样。</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>{right:,} of {known:,} correct ({share})</source>
        <translation>{known:,} 行中 {right:,} 行正确（{share}）</translation>
    </message>
    <message>
        <source>mean error {error}</source>
        <translation>平均误差 {error}</translation>
    </message>
    <message>
        <source>row {row}: {problem}</source>
        <translation>第 {row} 行：{problem}</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Open a table of rows</source>
        <translation>打开一个数据行表格</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>The pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Save the table with the predictions</source>
        <translation>保存带预测结果的表格</translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>预测结果</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>未保存：{reason}</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <source>About the answers</source>
        <translation>关于这些答案</translation>
    </message>
    <message>
        <source>The rows with their predictions</source>
        <translation>数据行及其预测结果</translation>
    </message>
    <message>
        <source>Open a table…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>A CSV or TSV file; you can also drop it here</source>
        <translation>CSV 或 TSV 文件；也可以拖到这里</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste rows copied from a spreadsheet</source>
        <translation>粘贴从电子表格复制的多行</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>Ask the network as it is now</source>
        <translation>询问现在的网络</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the table with the predictions as CSV</source>
        <translation>把带预测结果的表格保存为 CSV</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message numerus="yes">
        <source>{answered:,} of %Ln row(s) answered</source>
        <translation>
            <numerusform>%Ln 行中回答了 {answered:,} 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}与{second}</translation>
    </message>
    <message>
        <source>All else is the same: settings, data and seeds.</source>
        <translation>其余都相同：设置、数据和随机种子。</translation>
    </message>
    <message>
        <source>They learned with the same settings, data and seeds.</source>
        <translation>两者学习时的设置、数据和随机种子都相同。</translation>
    </message>
    <message>
        <source>C&amp;urves</source>
        <translation>曲线(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Maps</source>
        <translation>图(&amp;M)</translation>
    </message>
    <message>
        <source>Confusion m&amp;atrices</source>
        <translation>混淆矩阵(&amp;A)</translation>
    </message>
    <message>
        <source>Epochs</source>
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
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Differences and scores</source>
        <translation>差别与成绩</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>各轮次的损失</translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>How long training has taken since the start, without its pauses</source>
        <translation>自开始以来训练用时，不含暂停</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Examples a second</source>
        <translation>每秒样本数</translation>
    </message>
    <message>
        <source>Over about the last second</source>
        <translation>约最近一秒内</translation>
    </message>
    <message>
        <source>Number of updates of the weights since the start</source>
        <translation>从开始到现在权重更新了多少次</translation>
    </message>
    <message>
        <source>Until the last epoch of the run</source>
        <translation>到训练应结束的轮次为止</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>有何不同</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Go back to this run’s network, settings and data; Undo takes it back</source>
        <translation>回到这次训练的网络、设置和数据；可以撤销</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>比较(&amp;C)…</translation>
    </message>
    <message>
        <source>Show two runs side by side; select the second with Ctrl</source>
        <translation>并排显示两次训练；按住 Ctrl 选第二个</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>加星标(&amp;S)</translation>
    </message>
    <message>
        <source>Starred runs are the last that make room for others</source>
        <translation>加了星标的训练最后才会让出空间</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Compare all with this &amp;one</source>
        <translation>都与这一次比较(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Runs that a reset or a new start ends stay in this list.</source>
        <translation>重置或重新开始所结束的训练会留在这个列表中。</translation>
    </message>
    <message>
        <source>{used} of {most} MB</source>
        <translation>已用 {used} MB，上限 {most} MB</translation>
    </message>
    <message>
        <source>“What differs” is told against {base}.</source>
        <translation>“有何不同”是与{base}相比。</translation>
    </message>
    <message>
        <source>{run}, against {base}: {differences}. All else is the same.</source>
        <translation>{run}与{base}相比：{differences}。其余都相同。</translation>
    </message>
    <message>
        <source>{run} and {base} learned with the same settings, data and seeds.</source>
        <translation>{run}与{base}学习时的设置、数据和随机种子都相同。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Was it &amp;luck?…</source>
        <translation>是运气吗(&amp;L)？…</translation>
    </message>
    <message>
        <source>Memory that earlier runs take; the oldest make room first, starred ones last</source>
        <translation>先前的训练所占的内存；最早的先让出空间，加星标的最后</translation>
    </message>
    <message>
        <source>Train this run again with other seeds: how far does its result depend on them?</source>
        <translation>用其他随机种子再训练一遍：结果在多大程度上取决于它们？</translation>
    </message>
</context>
<context>
    <name>SamplesView</name>
    <message>
        <source>Example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>The ten before</source>
        <translation>前十个</translation>
    </message>
    <message>
        <source>The next ten</source>
        <translation>后十个</translation>
    </message>
    <message>
        <source>This project has no pictures: choose digits under Data.</source>
        <translation>这个项目没有图片：请在“数据”中选择数字。</translation>
    </message>
    <message>
        <source>Test examples {first:,} to {last:,}, and the answers</source>
        <translation>测试样本 {first:,} 到 {last:,} 及网络的答案</translation>
    </message>
    <message>
        <source>Training examples {first:,} to {last:,}, and the answers</source>
        <translation>训练样本 {first:,} 到 {last:,} 及网络的答案</translation>
    </message>
    <message>
        <source>Example {n:,}: actual {actual}, predicted {said}. Click to try it</source>
        <translation>样本 {n:,}：真实 {actual}，预测 {said}。点击试一试</translation>
    </message>
</context>
<context>
    <name>ScheduleForm</name>
    <message>
        <source>Learning rate schedule</source>
        <translation>学习率调度</translation>
    </message>
</context>
<context>
    <name>Secrecy</name>
    <message>
        <source>Hidden until you have answered: then compare here.</source>
        <translation>回答之前先隐藏：答完再来对照。</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>So far</source>
        <translation>到目前为止</translation>
    </message>
    <message>
        <source>Stop when</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Regularization and clipping</source>
        <translation>正则化与裁剪</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Loss function</source>
        <translation>损失函数</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>&amp;Vary something else</source>
        <translation>再改变一项(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run the experiment</source>
        <translation>运行实验(&amp;R)</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How long each network learns</source>
        <translation>每个网络学习多久</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点数</translation>
    </message>
    <message>
        <source>How often each is trained, with other starting weights, batches and examples</source>
        <translation>每种设置训练几次，每次换用别的初始权重、批次和样本</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>{networks}, about {time}</source>
        <translation>{networks}，大约 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln 个网络</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新的快捷键</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>更改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>不用快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>恢复(&amp;S)</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>全部重置(&amp;A)</translation>
    </message>
    <message>
        <source>Restore this command&apos;s default keys</source>
        <translation>恢复此命令最初的快捷键</translation>
    </message>
    <message>
        <source>Fixed on the network: Space trains, arrows and Tab select a layer, Enter opens its settings.</source>
        <translation>在网络上，以下按键固定不变：空格键训练，方向键和 Tab 键选择层，回车键打开层的设置。</translation>
    </message>
    <message>
        <source>{keys} is used by “{command}”, which would lose it.</source>
        <translation>{keys} 已属于“{command}”，更改后该命令将失去它。</translation>
    </message>
</context>
<context>
    <name>SlicePlot</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss along one weight</source>
        <translation>沿一个权重的损失</translation>
    </message>
</context>
<context>
    <name>SpeedBox</name>
    <message>
        <source>Fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>{number} steps/s</source>
        <translation>{number} 步/秒</translation>
    </message>
    <message>
        <source>{number} epochs/s</source>
        <translation>{number} 轮/秒</translation>
    </message>
</context>
<context>
    <name>SpinBox</name>
    <message>
        <source>“{text}” is not a number from {low} to {high}: it stays {value}.</source>
        <translation>“{text}”不是 {low} 到 {high} 之间的数：仍为 {value}。</translation>
    </message>
</context>
<context>
    <name>StagesView</name>
    <message>
        <source>Drawn</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>裁剪后</translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation>缩放后</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Only the part with ink is used; if this is off, the whole paper is</source>
        <translation>只保留有笔迹的部分；关闭则保留整张纸</translation>
    </message>
    <message>
        <source>Scaled to 20 pixels with its proportions kept; if this is off, the whole paper becomes 28 × 28</source>
        <translation>保持比例缩放到长 20 像素；关闭则整张纸变为 28 × 28</translation>
    </message>
    <message>
        <source>The centre of mass moves to the middle of 28 × 28, as in MNIST; if this is off, the drawing stays where it was on the paper: draw in a corner and watch the network fail</source>
        <translation>像 MNIST 那样把质心移到 28 × 28 的中央；关闭则笔迹留在纸上原来的位置：在角落里写，看识别如何出错</translation>
    </message>
</context>
<context>
    <name>StarterNetwork</name>
    <message>
        <source>Kept: the starter network will read like this next time, too.</source>
        <translation>已保留：下次启动时，入门网络也这样识别。</translation>
    </message>
    <message>
        <source>Not reset: {reason}</source>
        <translation>未能忘掉：{reason}</translation>
    </message>
    <message>
        <source>The starter network is again as it came with nnplay.</source>
        <translation>入门网络已恢复到 nnplay 自带的状态。</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Go to the new weights</source>
        <translation>跳到新的权重</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>One example</source>
        <translation>单个样本</translation>
    </message>
    <message>
        <source>Mean of a batch</source>
        <translation>一批的平均</translation>
    </message>
    <message>
        <source>One example or a batch</source>
        <translation>单个样本或一批</translation>
    </message>
    <message>
        <source>Give the network the weights of this step; Undo takes them back</source>
        <translation>把这一步的权重交给网络；可以用“撤销”收回</translation>
    </message>
    <message>
        <source>{number} of {count} · {phase}</source>
        <translation>第 {number} 步，共 {count} 步 · {phase}</translation>
    </message>
    <message>
        <source>{words} ({key})</source>
        <translation>{words}（{key}）</translation>
    </message>
    <message>
        <source>Back to the first step</source>
        <translation>重新取这个样本</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Play the steps slowly</source>
        <translation>慢慢播放各个步骤</translation>
    </message>
    <message>
        <source>Number of the training example, counted from 1</source>
        <translation>计算第几个训练样本，从 1 数起</translation>
    </message>
    <message>
        <source>Whether the step uses one example, or the mean of a batch that starts with it</source>
        <translation>这一步由单个样本决定，还是由从它开始的一批样本的平均决定</translation>
    </message>
    <message>
        <source>&amp;Apply the new weights</source>
        <translation>采用新的权重(&amp;A)</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>the example asked about</source>
        <translation>被询问的样本</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Opens the panel</source>
        <translation>打开面板</translation>
    </message>
    <message>
        <source>Points at the layer</source>
        <translation>指向的层</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>完成条件</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Completed when</source>
        <translation>完成后显示</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>表格中</translation>
    </message>
    <message>
        <source>As x</source>
        <translation>作为 x</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>{number} (stands for a missing value)</source>
        <translation>{number}（代替缺失）</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>What the lesson is about</source>
        <translation>本课内容</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的答案</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Not yet: try again.</source>
        <translation>还不对，再试一次。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>阅读内容</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>This is ticked as soon as it is done.</source>
        <translation>做到后会自动打勾。</translation>
    </message>
</context>
<context>
    <name>StopForm</name>
    <message>
        <source>Training loss below</source>
        <translation>训练损失低于</translation>
    </message>
    <message>
        <source>After this many epochs</source>
        <translation>训练这么多轮后</translation>
    </message>
    <message>
        <source>Test loss not improved for this many epochs</source>
        <translation>测试损失连续这么多轮没有改善</translation>
    </message>
    <message>
        <source>Early stopping: the weights of the best epoch are restored</source>
        <translation>早停：恢复最好一轮的权重</translation>
    </message>
</context>
<context>
    <name>TableCommands</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Fill…</source>
        <translation>填充(&amp;F)…</translation>
    </message>
    <message>
        <source>Set to &amp;zero</source>
        <translation>设为零(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Round to decimals</source>
        <translation>保留小数位数(&amp;R)</translation>
    </message>
    <message>
        <source>Free&amp;ze</source>
        <translation>冻结(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>屏蔽(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Load CSV…</source>
        <translation>读入 CSV(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Save CSV…</source>
        <translation>保存 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Load weights from a CSV file</source>
        <translation>从 CSV 文件读入权重</translation>
    </message>
    <message>
        <source>Save weights as a CSV file</source>
        <translation>把权重保存为 CSV 文件</translation>
    </message>
    <message>
        <source>Tables of numbers (*.csv *.tsv *.txt)</source>
        <translation>数字表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Redraw with</source>
        <translation>重新抽取(&amp;R)</translation>
    </message>
    <message>
        <source>Number for all selected cells, such as 0.5 or 1/3:</source>
        <translation>所有选中单元格的数，例如 0.5 或 1/3：</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Table – {name}</source>
        <translation>表格 – {name}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Learn from it</source>
        <translation>用它学习</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>The first rows; the table is being scanned …</source>
        <translation>前几行；正在查看整个表格…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}, {columns}</source>
        <translation>{rows}，{columns}</translation>
    </message>
    <message>
        <source>{table}. All rows are used.</source>
        <translation>{table}。使用所有行。</translation>
    </message>
    <message>
        <source>{table}. {left:,} of {rows:,} rows are used: those with an empty cell in {names} are left out.</source>
        <translation>{table}。使用 {rows:,} 行中的 {left:,} 行：{names} 为空的行不使用。</translation>
    </message>
</context>
<context>
    <name>TaskSwitch</name>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Separate classes: the output goes through tanh, its sign is the class</source>
        <translation>区分类别：输出经 tanh 压缩，其符号就是类别</translation>
    </message>
    <message>
        <source>Predict a quantity: the output is linear and can be any number</source>
        <translation>预测一个数量：输出是线性的，可以是任何数</translation>
    </message>
</context>
<context>
    <name>TeachingView</name>
    <message>
        <source>&amp;Learn them</source>
        <translation>学习它们(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘掉</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Export as NumPy file (npz)…</source>
        <translation>导出为 NumPy 文件 (npz)…</translation>
    </message>
    <message>
        <source>Export as MNIST files (IDX)…</source>
        <translation>导出为 MNIST 文件 (IDX)…</translation>
    </message>
    <message>
        <source>Put them into the project and train on them</source>
        <translation>放入项目并用它们训练</translation>
    </message>
    <message>
        <source>Forget the last drawing</source>
        <translation>忘掉最后一张</translation>
    </message>
    <message>
        <source>It is a …</source>
        <translation>它是…</translation>
    </message>
    <message>
        <source>Not kept: {reason}</source>
        <translation>未能保存：{reason}</translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation>正在学习…</translation>
    </message>
    <message>
        <source>My digits: {own_before} → {own_after} right. Others: {old_before} → {old_after}.</source>
        <translation>我的数字：正确率 {own_before} → {own_after}。其他数字：{old_before} → {old_after}。</translation>
    </message>
    <message>
        <source>Export my digits</source>
        <translation>导出我的数字</translation>
    </message>
    <message>
        <source>Not exported: {reason}</source>
        <translation>未能导出：{reason}</translation>
    </message>
    <message>
        <source>Exported to “{name}”.</source>
        <translation>已导出到“{name}”。</translation>
    </message>
    <message>
        <source>Train on your drawings mixed with generated digits, so that the network does not forget the others</source>
        <translation>用你的笔迹混合生成的数字来训练，这样不会忘记其他数字</translation>
    </message>
    <message>
        <source>Keep what the starter network has learned, for the next start too</source>
        <translation>下次启动时，入门网络也这样识别</translation>
    </message>
    <message>
        <source>Reset the starter network to how it came with nnplay</source>
        <translation>让入门网络恢复到 nnplay 自带的状态</translation>
    </message>
    <message>
        <source>This is a {digit}: keep it with my digits</source>
        <translation>这是 {digit}：存入我的数字</translation>
    </message>
    <message numerus="yes">
        <source>%n drawing(s) of mine, kept only on this computer</source>
        <translation>
            <numerusform>我的笔迹共 %n 张，只保存在这台电脑上</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw a digit and say which one it is: a network can learn your handwriting.</source>
        <translation>手写一个数字并告诉它是几：网络可以学会你的笔迹。</translation>
    </message>
    <message>
        <source>Cancelled: the network has not changed.</source>
        <translation>已取消：网络保持原样。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Play the run from the epoch shown</source>
        <translation>从所示轮次起播放这次训练</translation>
    </message>
    <message>
        <source>Play the run</source>
        <translation>播放这次训练</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Look back at an earlier epoch (arrow keys, Home); End is the present</source>
        <translation>回看较早的轮次（方向键、Home）；End 回到现在</translation>
    </message>
    <message>
        <source>{epoch} of {last}</source>
        <translation>{epoch} / {last}</translation>
    </message>
    <message>
        <source>Make a film of the run: a GIF, or a series of pictures</source>
        <translation>把训练过程做成影片：GIF 或一系列图片</translation>
    </message>
    <message>
        <source>Film of the run</source>
        <translation>训练过程的影片</translation>
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
    <name>TrainingCommands</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;tep one epoch</source>
        <translation>训练一个轮次(&amp;T)</translation>
    </message>
    <message>
        <source>Train for one epoch</source>
        <translation>训练一个轮次</translation>
    </message>
    <message>
        <source>Step one &amp;example</source>
        <translation>训练一个样本(&amp;E)</translation>
    </message>
    <message>
        <source>Step one &amp;batch</source>
        <translation>训练一批(&amp;B)</translation>
    </message>
    <message>
        <source>Step ten e&amp;pochs</source>
        <translation>单步十个轮次(&amp;P)</translation>
    </message>
    <message>
        <source>Train for ten epochs</source>
        <translation>训练十个轮次</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;New start</source>
        <translation>重新初始化(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Cancel loading</source>
        <translation>取消加载(&amp;C)</translation>
    </message>
    <message>
        <source>Train a twin of this network beside it that differs in one setting</source>
        <translation>训练一个只差一项设置的对照网络，与本网络并排学习</translation>
    </message>
    <message>
        <source>Show the twin on the canvas; this network becomes its twin</source>
        <translation>在画布上显示对照网络；本网络成为它的对照</translation>
    </message>
    <message>
        <source>En&amp;d the twin</source>
        <translation>结束对照(&amp;D)</translation>
    </message>
    <message>
        <source>Keep both in the list of runs, and train this network alone</source>
        <translation>两者都留在训练记录中，此后只训练本网络</translation>
    </message>
    <message>
        <source>Experi&amp;ment with settings</source>
        <translation>用设置做实验(&amp;M)</translation>
    </message>
    <message>
        <source>Train this network with many values of its settings at once, side by side</source>
        <translation>用设置的许多取值同时训练这个网络，并排显示</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>取消加载</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
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
        <source>End this run. The next one starts with a fresh optimizer from the current weights</source>
        <translation>结束本次训练：下一次从现有权重开始，优化器重新开始</translation>
    </message>
    <message>
        <source>Train on the next example</source>
        <translation>用接下来的一个样本学习</translation>
    </message>
    <message>
        <source>Train on the next batch</source>
        <translation>用接下来的一批样本学习</translation>
    </message>
    <message>
        <source>Restore the initial weights</source>
        <translation>回到开始时的权重</translation>
    </message>
    <message>
        <source>Draw new initial weights</source>
        <translation>重新随机抽取初始权重</translation>
    </message>
    <message>
        <source>Stop loading the data</source>
        <translation>停止读取文件</translation>
    </message>
    <message>
        <source>Try anot&amp;her setting…</source>
        <translation>试试别的设置(&amp;H)…</translation>
    </message>
    <message>
        <source>Exchan&amp;ge with the twin</source>
        <translation>与对照网络互换(&amp;G)</translation>
    </message>
    <message>
        <source>Pause training</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>Predict an e&amp;xample</source>
        <translation>预测一个样本(&amp;X)</translation>
    </message>
    <message>
        <source>Ask the network about a row, a point or a picture of your own</source>
        <translation>用你自己的一行数据、一个点或一张图片询问网络</translation>
    </message>
    <message>
        <source>Predict a t&amp;able…</source>
        <translation>预测一个表格(&amp;A)…</translation>
    </message>
    <message>
        <source>Open a table of rows, and get it back with the network’s predictions</source>
        <translation>打开一个多行的表格，得到带有网络预测结果的表格</translation>
    </message>
    <message>
        <source>&amp;Film of the run…</source>
        <translation>训练过程的影片(&amp;F)…</translation>
    </message>
    <message>
        <source>Make a film of the run: a GIF, or a series of pictures</source>
        <translation>把训练过程做成影片：GIF 或一系列图片</translation>
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
        <source>Cross-entropy 1-hot</source>
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
</context>
<context>
    <name>TryAnother</name>
    <message>
        <source>Try another in a twin: {setting}…</source>
        <translation>用对照网络试试别的：{setting}…</translation>
    </message>
    <message>
        <source>Vary in an experiment: {setting}</source>
        <translation>在实验中改变：{setting}</translation>
    </message>
</context>
<context>
    <name>TryItPanel</name>
    <message>
        <source>What to ask about</source>
        <translation>询问什么</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>数据行</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Several rows</source>
        <translation>多行</translation>
    </message>
</context>
<context>
    <name>TwinsPanel</name>
    <message>
        <source>&amp;Show the twin on the canvas</source>
        <translation>在画布上显示对照网络(&amp;S)</translation>
    </message>
    <message>
        <source>Exchange the two: the canvas and all panels show the twin, and this network becomes its twin</source>
        <translation>两者互换：画布和所有面板显示对照网络，本网络成为它的对照</translation>
    </message>
    <message>
        <source>&amp;End the twin</source>
        <translation>结束对照(&amp;E)</translation>
    </message>
    <message>
        <source>Keep both in the list of runs, and train this network alone</source>
        <translation>两者都留在训练记录中，此后只训练本网络</translation>
    </message>
    <message>
        <source>What would another learning rate do, or another activation? A twin learns beside this network with one difference.</source>
        <translation>换一个学习率或激活函数会怎样？对照网络与本网络并排学习，只有一处不同。</translation>
    </message>
    <message>
        <source>The twin: {difference}. All else is the same.</source>
        <translation>对照网络：{difference}。其余都相同。</translation>
    </message>
    <message>
        <source>The twin is the same.</source>
        <translation>对照网络与本网络相同。</translation>
    </message>
    <message>
        <source>It has diverged.</source>
        <translation>它已发散。</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>本网络</translation>
    </message>
    <message>
        <source>Its twin</source>
        <translation>对照网络</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Fractions such as 1/3 are allowed. Arrow keys or wheel: step; finer with Shift, coarser with Ctrl.</source>
        <translation>可以输入分数，如 1/3。方向键或滚轮增减，按住 Shift 步子更细，按住 Ctrl 更粗。</translation>
    </message>
</context>
<context>
    <name>ValuePlot</name>
    <message>
        <source>Distribution of values</source>
        <translation>取值的分布</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Over which column</source>
        <translation>相对于哪一列</translation>
    </message>
    <message>
        <source>over</source>
        <translation>相对于</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>nothing: counts</source>
        <translation>无：只计数</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
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
        <source>Tid&amp;y layout</source>
        <translation>整理布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Align in a &amp;row</source>
        <translation>横向对齐(&amp;R)</translation>
    </message>
    <message>
        <source>Align in a &amp;column</source>
        <translation>纵向对齐(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>自动(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Cards</source>
        <translation>层卡片(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Neurons</source>
        <translation>神经元(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;ll numbers</source>
        <translation>全部数值(&amp;L)</translation>
    </message>
    <message>
        <source>Feature &amp;maps</source>
        <translation>特征图(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Simple view</source>
        <translation>简单视图(&amp;S)</translation>
    </message>
    <message>
        <source>Show only what a beginner needs, or everything</source>
        <translation>只显示初学者所需，或显示全部</translation>
    </message>
    <message>
        <source>Pr&amp;esentation</source>
        <translation>演示(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>高对比度(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>窗口的下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious part of the window</source>
        <translation>窗口的上一部分(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>详细程度(&amp;D)</translation>
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
        <source>Enlarge the network</source>
        <translation>把网络显示得更大</translation>
    </message>
    <message>
        <source>Shrink the network</source>
        <translation>把网络显示得更小</translation>
    </message>
    <message>
        <source>Arrange all layers side by side</source>
        <translation>把所有的层并排摆放</translation>
    </message>
    <message>
        <source>Align the selected layers at the height of the last one</source>
        <translation>把所选的层与最后选中的层对齐到同一高度</translation>
    </message>
    <message>
        <source>Align the selected layers below the last one</source>
        <translation>把所选的层与最后选中的层上下对齐</translation>
    </message>
    <message>
        <source>Show as much as the zoom allows</source>
        <translation>按缩放比例显示看得清的内容</translation>
    </message>
    <message>
        <source>Show only the layers</source>
        <translation>只显示各层</translation>
    </message>
    <message>
        <source>Show the neurons and their connections</source>
        <translation>显示神经元及其连接</translation>
    </message>
    <message>
        <source>Show weights and biases as numbers, too</source>
        <translation>同时以数字显示权重和偏置</translation>
    </message>
    <message>
        <source>Show feature maps of the current example instead of the filters of convolutions</source>
        <translation>显示卷积对当前样本的输出，而不是卷积核</translation>
    </message>
    <message>
        <source>Show the window full screen, or leave full screen</source>
        <translation>使用整个屏幕，或恢复为窗口</translation>
    </message>
    <message>
        <source>Large text, full screen, for a class. Press again to go back</source>
        <translation>全屏大字，用于课堂；再按一次返回</translation>
    </message>
    <message>
        <source>Reset p&amp;anel layout</source>
        <translation>重新排列面板(&amp;A)</translation>
    </message>
    <message>
        <source>Put all panels back in their default positions</source>
        <translation>将所有面板放回最初的位置</translation>
    </message>
    <message>
        <source>Follow the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Move the keyboard focus to the next part</source>
        <translation>将键盘焦点移到下一部分</translation>
    </message>
    <message>
        <source>Move the keyboard focus to the previous part</source>
        <translation>将键盘焦点移到上一部分</translation>
    </message>
    <message>
        <source>Lay out in ro&amp;ws</source>
        <translation>分行排列(&amp;W)</translation>
    </message>
    <message>
        <source>Arrange the layers in rows, so that a long network is large enough to read</source>
        <translation>把各层排成多行，使较长的网络足够大、看得清</translation>
    </message>
</context>
<context>
    <name>WaitingBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress of the calculation</source>
        <translation>计算进度</translation>
    </message>
    <message>
        <source>Stop computing this picture</source>
        <translation>不再等待这幅图</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation>从列表中移除 {name}</translation>
    </message>
</context>
<context>
    <name>WeightChooser</name>
    <message>
        <source>From input</source>
        <translation>来自输入</translation>
    </message>
    <message>
        <source>To unit</source>
        <translation>到神经元</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>weights of {layer}</source>
        <translation>{layer} 的权重</translation>
    </message>
    <message>
        <source>biases of {layer}</source>
        <translation>{layer} 的偏置</translation>
    </message>
    <message>
        <source>{array} of {layer}</source>
        <translation>{layer} 的 {array}</translation>
    </message>
</context>
<context>
    <name>WeightGrid</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>WeightTableModel</name>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>filter</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The window of one filter on one channel of “{source}”</source>
        <translation>一个卷积核在“{source}”的一个通道上的窗口</translation>
    </message>
    <message>
        <source>Rows: from “{source}”. Columns: to “{layer}”.</source>
        <translation>行：从“{source}”出发；列：到达“{layer}”。</translation>
    </message>
    <message>
        <source>Columns: the units of “{layer}”.</source>
        <translation>列：“{layer}”的各个神经元。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layer whose weights are shown</source>
        <translation>显示哪一层的权重</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>This network has no weights yet: add a layer with neurons.</source>
        <translation>这个网络还没有权重：请添加一个有神经元的层。</translation>
    </message>
    <message>
        <source>What can be done with the selected cells, or with all if none are selected</source>
        <translation>对选中的单元格可做的操作；未选中时作用于全部</translation>
    </message>
    <message>
        <source>The same seed gives the same initial weights; another seed gives others</source>
        <translation>相同的种子给出相同的初始权重；换一个种子则重新开始</translation>
    </message>
    <message>
        <source>Seed of the initial weights</source>
        <translation>初始权重的种子</translation>
    </message>
    <message>
        <source>Redraw</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Draw other initial weights for this layer only, with its own initializer</source>
        <translation>仅为这一层按其自己的初始化方法抽取新的初始权重</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>你想做什么？</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Take a lesson</source>
        <translation>学一课</translation>
    </message>
    <message>
        <source>A few minutes, step by step</source>
        <translation>几分钟，一步一步来</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>A trained network reads it</source>
        <translation>由训练好的网络识别</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>New from an example</source>
        <translation>从示例新建</translation>
    </message>
    <message>
        <source>All &amp;lessons</source>
        <translation>全部课程(&amp;L)</translation>
    </message>
    <message>
        <source>All &amp;examples and networks…</source>
        <translation>全部示例和网络(&amp;E)…</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>这个文件无法读取。</translation>
    </message>
    <message>
        <source>{number}. {title} – {done} of {all} steps</source>
        <translation>{number}. {title} – 已完成 {done}/{all} 步</translation>
    </message>
    <message>
        <source>{number}. {title} – {minutes} minutes</source>
        <translation>{number}. {title} – {minutes} 分钟</translation>
    </message>
    <message>
        <source>Close and use the open project</source>
        <translation>关闭：从当前项目开始</translation>
    </message>
    <message>
        <source>Close the welcome page</source>
        <translation>关闭欢迎页</translation>
    </message>
    <message>
        <source>From one of your files</source>
        <translation>从你的文件</translation>
    </message>
    <message>
        <source>This file no longer exists.</source>
        <translation>这个文件已不存在。</translation>
    </message>
    <message>
        <source>Continue a lesson</source>
        <translation>继续上课</translation>
    </message>
    <message>
        <source>Show this at &amp;startup</source>
        <translation>启动时显示此页(&amp;S)</translation>
    </message>
</context>
<context>
    <name>WhatIfView</name>
    <message>
        <source>The answer over this value</source>
        <translation>答案随这个值的变化</translation>
    </message>
    <message>
        <source>The other values stay as they are. Click or drag to change this one</source>
        <translation>其他值保持不变。点击或拖动可改变这个值</translation>
    </message>
    <message>
        <source>The answer lies between {low} and {high}.</source>
        <translation>答案在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>The decision changes at {values}.</source>
        <translation>决策在 {values} 处改变。</translation>
    </message>
    <message>
        <source>The decision does not change.</source>
        <translation>决策不改变。</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>Reasons for the answer</source>
        <translation>答案的理由</translation>
    </message>
    <message>
        <source>Blue: this value speaks for the answer. Orange: it speaks against it (gradient times the distance from the average).
At the right: the answer as it is → with this value at its average</source>
        <translation>蓝色：这个值支持答案。橙色：这个值反对答案（梯度乘以与平均值的差）。
右侧：现在的答案 → 这个值取平均值时的答案</translation>
    </message>
</context>
<context>
    <name>WindowView</name>
    <message>
        <source>Presentation mode. Press {keys} to leave it.</source>
        <translation>正在演示：按 {keys} 结束。</translation>
    </message>
</context>
<context>
    <name>WordOffers</name>
    <message>
        <source>Use the column as cate&amp;gories</source>
        <translation>把这一列用作类别(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Ignore the column</source>
        <translation>忽略这一列(&amp;I)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Treat these %Ln cell(s) as empty</source>
        <translation>
            <numerusform>把这 %Ln 个单元格当作空(&amp;T)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Undo takes it back</source>
        <translation>可以撤销</translation>
    </message>
    <message>
        <source>Do not mention this again until it has gone and comes back</source>
        <translation>在它消失又再次出现之前不再提示</translation>
    </message>
</context>
<context>
    <name>_LessonButton</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{done} of {all} steps</source>
        <translation>完成 {done}/{all} 步</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>_Scores</name>
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
        <source>This network</source>
        <translation>本网络</translation>
    </message>
    <message>
        <source>Its twin</source>
        <translation>对照网络</translation>
    </message>
</context>
<context>
    <name>_Strip</name>
    <message>
        <source>Delete removes the selected pictures</source>
        <translation>按 Delete 键删除选中的图片</translation>
    </message>
</context>
<context>
    <name>accessible</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}：{text}</translation>
    </message>
</context>
<context>
    <name>argparse</name>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>%(heading)s:</source>
        <translation>%(heading)s：</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>位置参数</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示本帮助后退出</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s：错误：%(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>缺少必需的参数：%s</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>必须给出以下参数之一：%s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>不能与参数 %s 同时使用</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>无法识别的参数：%s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>后面需要一个值</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>没有 %(value)r 这个选择（可选：%(choices)s）</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>%(value)r 不是有效的值（类型 %(type)s）</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>不接受值 %r</translation>
    </message>
</context>
<context>
    <name>author</name>
    <message>
        <source>Weighted sum z of a neuron</source>
        <translation>神经元的加权和 z</translation>
    </message>
    <message>
        <source>Output of a neuron</source>
        <translation>神经元的输出</translation>
    </message>
    <message>
        <source>Slope of a neuron&apos;s activation function</source>
        <translation>神经元激活函数的斜率</translation>
    </message>
    <message>
        <source>Gradient of a neuron&apos;s output</source>
        <translation>神经元输出的梯度</translation>
    </message>
    <message>
        <source>Gradient of a neuron&apos;s weighted sum</source>
        <translation>神经元加权和的梯度</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gradient of a weight</source>
        <translation>权重的梯度</translation>
    </message>
    <message>
        <source>Weight after one step</source>
        <translation>走一步之后的权重</translation>
    </message>
    <message>
        <source>Loss of an example</source>
        <translation>一个样本的损失</translation>
    </message>
    <message>
        <source>Loss of an example after one step</source>
        <translation>走一步之后一个样本的损失</translation>
    </message>
    <message>
        <source>Number of weights and biases</source>
        <translation>权重和偏置的个数</translation>
    </message>
    <message>
        <source>Number of hidden neurons</source>
        <translation>隐藏神经元的个数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Steps in an epoch</source>
        <translation>每个轮次的步数</translation>
    </message>
    <message>
        <source>Epochs trained</source>
        <translation>已训练的轮次</translation>
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
        <source>Training accuracy (0 to 1)</source>
        <translation>训练准确率（0 到 1）</translation>
    </message>
    <message>
        <source>Test accuracy (0 to 1)</source>
        <translation>测试准确率（0 到 1）</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Number of layers after the input</source>
        <translation>输入之后的层数</translation>
    </message>
</context>
<context>
    <name>calculation</name>
    <message>
        <source>Take an example</source>
        <translation>取一个样本</translation>
    </message>
    <message>
        <source>Forward: {layer}</source>
        <translation>前向传播：{layer}</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Backward: {layer}</source>
        <translation>反向传播：{layer}</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新的权重</translation>
    </message>
    <message>
        <source>{symbol} of {layer}</source>
        <translation>{layer} 的 {symbol}</translation>
    </message>
</context>
<context>
    <name>classroom</name>
    <message>
        <source>Layers and links</source>
        <translation>层与连接</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>权重与偏置</translation>
    </message>
    <message>
        <source>Choice of data</source>
        <translation>数据的选择</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Show test data</source>
        <translation>显示测试数据</translation>
    </message>
    <message>
        <source>Discretize</source>
        <translation>离散化</translation>
    </message>
    <message>
        <source>Adding and removing layers</source>
        <translation>添加和删除层</translation>
    </message>
    <message>
        <source>Links and order of layers</source>
        <translation>连接与层的顺序</translation>
    </message>
    <message>
        <source>Number of neurons</source>
        <translation>神经元个数</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Other settings of layers</source>
        <translation>层的其他设置</translation>
    </message>
    <message>
        <source>Values of weights and biases</source>
        <translation>权重与偏置的值</translation>
    </message>
    <message>
        <source>Muting</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Regularization and clipping</source>
        <translation>正则化与裁剪</translation>
    </message>
    <message>
        <source>Freezing</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练按钮</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Single steps</source>
        <translation>单步训练</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>重新初始化</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Stop rules</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>Input {feature}</source>
        <translation>输入 {feature}</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Loss function</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Digits and other data</source>
        <translation>数字及其他数据</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Share of training data</source>
        <translation>训练数据比例</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Locked by {teacher}. Unlock in File &gt; For a class…</source>
        <translation>由{teacher}锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>Locked by a lesson or a teacher. Unlock in File &gt; For a class…</source>
        <translation>由课程或教师锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>Point sets</source>
        <translation>点集</translation>
    </message>
    <message>
        <source>Custom inputs</source>
        <translation>自定义输入</translation>
    </message>
    <message>
        <source>Drawing points on the map</source>
        <translation>在决策图上画点</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>A playground for neural networks: build one by hand, watch it learn, see inside it.</source>
        <translation>神经网络游乐场：亲手搭建网络，看它学习，看清它的内部。</translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation>显示版本后退出</translation>
    </message>
    <message>
        <source>list the networks to start from</source>
        <translation>列出可以作为起点的网络</translation>
    </message>
    <message>
        <source>train a network and print its progress</source>
        <translation>训练网络并显示进度</translation>
    </message>
    <message>
        <source>measure a network on its training and test data</source>
        <translation>在训练数据和测试数据上评估网络</translation>
    </message>
    <message>
        <source>ask a network about one example</source>
        <translation>让网络预测一个样本</translation>
    </message>
    <message>
        <source>write a program, weights, a table or a picture for other tools</source>
        <translation>导出供其他工具使用的程序、权重、表格或图片</translation>
    </message>
    <message>
        <source>without a window:</source>
        <translation>不打开窗口的命令：</translation>
    </message>
    <message>
        <source>No display was found (DISPLAY and WAYLAND_DISPLAY are not set), so no window can open. Start nnplay in a desktop session, or train without a window: nnplay train circle</source>
        <translation>没有找到显示器（未设置 DISPLAY 和 WAYLAND_DISPLAY），无法打开窗口。请在桌面会话中启动 nnplay，或不用窗口训练：nnplay train circle</translation>
    </message>
    <message>
        <source>The display {display} does not let nnplay in. Start nnplay in a desktop session as the user who is logged in there.</source>
        <translation>显示器 {display} 拒绝了 nnplay 的连接。请以登录该桌面会话的用户身份启动 nnplay。</translation>
    </message>
    <message>
        <source>The window needs system libraries that are missing here: {libraries}. On Debian and Ubuntu install them with: {command}</source>
        <translation>窗口所需的系统库在这里缺失：{libraries}。在 Debian 和 Ubuntu 上可用此命令安装：{command}</translation>
    </message>
    <message>
        <source>{title} ({source}): {size} to {folder}</source>
        <translation>{title}（{source}）：{size}，保存到 {folder}</translation>
    </message>
    <message>
        <source>from {address}</source>
        <translation>来自 {address}</translation>
    </message>
    <message>
        <source>Download? [y/N]</source>
        <translation>要下载吗？[y/N]</translation>
    </message>
    <message>
        <source>wrote {file}</source>
        <translation>已写入 {file}</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>a picture file: PNG, JPEG, BMP, GIF, WebP, PGM</source>
        <translation>图片文件：PNG、JPEG、BMP、GIF、WebP、PGM</translation>
    </message>
    <message>
        <source>an example&apos;s numbers, such as 1.5,-2</source>
        <translation>样本的各个数，例如 1.5,-2</translation>
    </message>
    <message>
        <source>a pen drawing: JSON, a list of strokes, each a list of [x, y]</source>
        <translation>笔迹文件：JSON，内容是笔画列表，每一笔是点 [x, y] 的列表</translation>
    </message>
    <message>
        <source>significant digits, fixed decimals, or fractions</source>
        <translation>有效数字、固定小数位数或分数</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number</source>
        <translation>“{text}”不是整数</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number of 1 or more</source>
        <translation>“{text}”不是大于或等于 1 的整数</translation>
    </message>
    <message>
        <source>“{text}” is not a row and a column, such as 3,5</source>
        <translation>“{text}”不是行和列，例如 3,5</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number of 0 or more</source>
        <translation>“{text}”不是大于或等于 0 的整数</translation>
    </message>
    <message>
        <source>{label} (probability {share:.3f})</source>
        <translation>{label}（概率 {share:.3f}）</translation>
    </message>
    <message>
        <source>{label} (output {value:.4f})</source>
        <translation>{label}（输出 {value:.4f}）</translation>
    </message>
    <message>
        <source>loss: {value:.4f}</source>
        <translation>损失：{value:.4f}</translation>
    </message>
    <message>
        <source>accuracy: {value:.4f}</source>
        <translation>准确率：{value:.4f}</translation>
    </message>
    <message>
        <source>val_loss: {value:.4f}</source>
        <translation>测试损失：{value:.4f}</translation>
    </message>
    <message>
        <source>val_accuracy: {value:.4f}</source>
        <translation>测试准确率：{value:.4f}</translation>
    </message>
    <message>
        <source>examples {number} to {last}: the first has the target {target}</source>
        <translation>样本 {number} 到 {last}：第一个的目标值为 {target}</translation>
    </message>
    <message>
        <source>example {number}: target {target}</source>
        <translation>样本 {number}：目标值 {target}</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>new w</source>
        <translation>新 w</translation>
    </message>
    <message>
        <source>mean loss {loss}, after one step at rate {rate}: {new_loss}</source>
        <translation>平均损失 {loss}，以学习率 {rate} 走一步之后：{new_loss}</translation>
    </message>
    <message>
        <source>loss {loss}, after one step at rate {rate}: {new_loss}</source>
        <translation>损失 {loss}，以学习率 {rate} 走一步之后：{new_loss}</translation>
    </message>
    <message>
        <source>... {count} more, all of them with --json</source>
        <translation>... 还有 {count} 个，用 --json 可看到全部</translation>
    </message>
    <message>
        <source>saved in {file}</source>
        <translation>已保存到 {file}</translation>
    </message>
    <message>
        <source>interrupted in epoch {epoch}</source>
        <translation>在第 {epoch} 轮中断</translation>
    </message>
    <message>
        <source>ended: the loss {loss:.4f} is below {limit:g}</source>
        <translation>已结束：损失 {loss:.4f} 低于 {limit:g}</translation>
    </message>
    <message>
        <source>Epoch {epoch}</source>
        <translation>轮次 {epoch}</translation>
    </message>
    <message>
        <source>Epoch {epoch}/{count}</source>
        <translation>轮次 {epoch}/{count}</translation>
    </message>
    <message>
        <source>the PNG file to write</source>
        <translation>要写入的 PNG 文件</translation>
    </message>
    <message>
        <source>the window&apos;s colours</source>
        <translation>窗口的配色</translation>
    </message>
    <message>
        <source>what is shown (default: full)</source>
        <translation>显示简洁（simple）还是完整（full）的窗口（默认：full）</translation>
    </message>
    <message>
        <source>the language of all messages, such as en or zh_CN</source>
        <translation>使用的语言，例如 en 或 zh_CN</translation>
    </message>
    <message>
        <source>try every part once without a display, and report</source>
        <translation>不用显示器，把各项功能试一遍并报告结果</translation>
    </message>
    <message>
        <source>show every number of a training example&apos;s forward and backward pass</source>
        <translation>跟踪一个训练样本的前向与反向传播，列出每个数</translation>
    </message>
    <message>
        <source>download MNIST or Fashion-MNIST, after asking</source>
        <translation>下载 MNIST 或 Fashion-MNIST，下载前先询问</translation>
    </message>
    <message>
        <source>save a picture of the window</source>
        <translation>把窗口画成图片</translation>
    </message>
    <message>
        <source>show the help of a command</source>
        <translation>查看某个命令的全部说明</translation>
    </message>
    <message>
        <source>no terminal to ask on; add --yes to agree</source>
        <translation>没有人可以确认；请加上 --yes</translation>
    </message>
    <message>
        <source>Train and use neural networks without a window.</source>
        <translation>不打开窗口使用神经网络。</translation>
    </message>
    <message>
        <source>print the result as JSON on one line</source>
        <translation>以单行 JSON 输出结果</translation>
    </message>
    <message>
        <source>training data: a CSV, TSV or .npz file, a folder of pictures or MNIST files</source>
        <translation>用来学习的数据：CSV、TSV 或 .npz 文件，图片文件夹，或 MNIST 文件的文件夹</translation>
    </message>
    <message>
        <source>how to scale the numbers of a table</source>
        <translation>表格中的数如何缩放</translation>
    </message>
    <message>
        <source>train N more epochs; a trained project resumes where it paused (default: until the project&apos;s stop rules apply, or else as long as the preset needs, or 10)</source>
        <translation>再训练 N 轮；训练过的项目从暂停处继续（默认：直到项目的停止条件结束训练；没有停止条件时按预设所需的轮数，或 10 轮）</translation>
    </message>
    <message>
        <source>start again with new weights, using this seed for all randomness</source>
        <translation>从新的权重重新开始，所有随机性都由这个种子决定</translation>
    </message>
    <message>
        <source>save the trained project to this file</source>
        <translation>把训练好的项目保存到这个文件</translation>
    </message>
    <message>
        <source>index of the example, counted from 0 (default: 0, called example 1 in sentences and in the window)</source>
        <translation>第几个样本，从 0 数起（默认 0，即语句和窗口里所说的样本 1）</translation>
    </message>
    <message>
        <source>position in pictures, counted from 1 as in formulas (default: where a layer&apos;s numbers are largest)</source>
        <translation>图像中的哪个位置，与公式一样从 1 数起（默认：该层数值最大处）</translation>
    </message>
    <message>
        <source>trace this many examples from there on, and one step on their mean</source>
        <translation>从该样本起取这么多个，按平均损失走一步</translation>
    </message>
    <message>
        <source>tables; formulas phase by phase; the same with matrices; LaTeX; a spreadsheet with formulas</source>
        <translation>表格；分阶段的算式；矩阵形式的算式；LaTeX；带公式的电子表格</translation>
    </message>
    <message>
        <source>number of digits (default: 6)</source>
        <translation>保留几位（默认：6）</translation>
    </message>
    <message>
        <source>write a worksheet with blanks to FILE, and its solution to FILE-answers.svg</source>
        <translation>写出留有空格的练习题，答案另存为旁边的 FILE-answers.svg</translation>
    </message>
    <message>
        <source>format: {formats}</source>
        <translation>导出的格式：{formats}</translation>
    </message>
    <message>
        <source>number of epochs that a program trains</source>
        <translation>程序训练多少轮</translation>
    </message>
    <message>
        <source>let a program start from the network&apos;s weights</source>
        <translation>让程序从网络现有的权重开始</translation>
    </message>
    <message>
        <source>background of a picture</source>
        <translation>图片的背景</translation>
    </message>
    <message>
        <source>pixels of a PNG per unit of length (default: {zoom})</source>
        <translation>PNG 中每单位长度的像素数（默认：{zoom}）</translation>
    </message>
    <message>
        <source>the data set</source>
        <translation>下载哪一个</translation>
    </message>
    <message>
        <source>target folder (default: the user&apos;s data folder)</source>
        <translation>保存到哪里（默认：用户的数据文件夹）</translation>
    </message>
    <message>
        <source>download without asking</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>stopped early: {patience} epochs without improvement; weights of epoch {epoch} restored ({scores})</source>
        <translation>早停：连续 {patience} 轮没有改进；已恢复第 {epoch} 轮的权重（{scores}）</translation>
    </message>
    <message>
        <source>stopped early: {patience} epochs without improvement; best weights, from an earlier run, restored ({scores})</source>
        <translation>早停：连续 {patience} 轮没有改进；已恢复之前一次训练中的最佳权重（{scores}）</translation>
    </message>
    <message>
        <source>train a network with many settings, and say which did best</source>
        <translation>用多种设置训练一个网络，并说明哪种最好</translation>
    </message>
    <message>
        <source>tell what differs between two projects, in settings and scores</source>
        <translation>说明两个项目在设置和得分上的差别</translation>
    </message>
    <message>
        <source>a control and its values, such as learning_rate=0.01,0.03 or units:dense=2,4,8; several are combined each with each. With --random or --sobol also an interval, such as learning_rate=0.001..0.1</source>
        <translation>一个控件及其取值，例如 learning_rate=0.01,0.03 或 units:dense=2,4,8；给出多个时两两组合。配合 --random 或 --sobol 时也可以是区间，例如 learning_rate=0.001..0.1</translation>
    </message>
    <message>
        <source>list what can be swept, its present value and its range</source>
        <translation>列出可以扫描的内容、当前值和范围</translation>
    </message>
    <message>
        <source>draw N combinations at random</source>
        <translation>随机抽取 N 个组合</translation>
    </message>
    <message>
        <source>draw N combinations that fill the space evenly</source>
        <translation>抽取 N 个均匀填满空间的组合</translation>
    </message>
    <message>
        <source>train each combination N times, each time with other seeds (default: 1)</source>
        <translation>每个组合训练 N 次，每次用不同的种子（默认：1）</translation>
    </message>
    <message>
        <source>how long each network is trained (default: until the project&apos;s rules end training, else as long as the preset takes, or 10)</source>
        <translation>每个网络训练多少轮（默认：直到项目的规则结束训练，否则用预设的轮数，或 10）</translation>
    </message>
    <message>
        <source>train in N processes of this machine</source>
        <translation>用本机的 N 个进程训练</translation>
    </message>
    <message>
        <source>train on the workers of the Dask scheduler at this address, such as tcp://host:8786</source>
        <translation>用这个地址的 Dask 调度器的工作进程训练，例如 tcp://host:8786</translation>
    </message>
    <message>
        <source>keep each finished network in this folder; the same command goes on where it ended</source>
        <translation>把每个完成的网络保存在这个文件夹；再次运行同一命令会接着做</translation>
    </message>
    <message>
        <source>write a table with a line for each network</source>
        <translation>写出一个表格，每个网络一行</translation>
    </message>
    <message>
        <source>draw the results into this picture</source>
        <translation>把结果画成这张图</translation>
    </message>
    <message>
        <source>the most networks to train (default: {most})</source>
        <translation>最多训练多少个网络（默认：{most}）</translation>
    </message>
    <message>
        <source>everything else is the same ({count} settings)</source>
        <translation>其余全部相同（{count} 项设置）</translation>
    </message>
    <message>
        <source>the same in everything ({count} settings)</source>
        <translation>全部相同（{count} 项设置）</translation>
    </message>
    <message>
        <source>its data are not at hand</source>
        <translation>它的数据不在手边</translation>
    </message>
    <message>
        <source>interrupted: {done} of {count} networks are trained</source>
        <translation>已中断：{count} 个网络中训练了 {done} 个</translation>
    </message>
    <message>
        <source>{done} of {count} networks are there already</source>
        <translation>{count} 个网络中已有 {done} 个完成</translation>
    </message>
    <message>
        <source>a second&apos;s trial</source>
        <translation>试运行一秒钟</translation>
    </message>
    <message>
        <source>{count} networks in {tasks} runs, about {time}</source>
        <translation>{count} 个网络，分 {tasks} 次运行，大约 {time}</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>{epochs} 轮</translation>
    </message>
    <message>
        <source>loss reached after {epochs} epochs</source>
        <translation>{epochs} 轮后达到损失目标</translation>
    </message>
    <message>
        <source>stopped early after {epochs} epochs</source>
        <translation>{epochs} 轮后早停</translation>
    </message>
    <message>
        <source>diverged after {epochs} epochs</source>
        <translation>{epochs} 轮后发散</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>网络数</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…还有 {count} 行</translation>
    </message>
    <message>
        <source>all epochs</source>
        <translation>完成全部轮次</translation>
    </message>
    <message>
        <source>loss reached</source>
        <translation>达到损失目标</translation>
    </message>
    <message>
        <source>early</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>add what deep learning is compared with: naive Bayes, nearest neighbours, logistic regression, linear SVM</source>
        <translation>加上与深度学习比较的方法：朴素贝叶斯、近邻、逻辑回归、线性支持向量机</translation>
    </message>
    <message>
        <source>the baselines</source>
        <translation>比较用的基准方法</translation>
    </message>
    <message>
        <source>Save a picture of the window as a PNG file.</source>
        <translation>把窗口画成 PNG 文件。</translation>
    </message>
    <message>
        <source>a folder with MNIST files to use as data</source>
        <translation>用来学习的 MNIST 文件所在的文件夹</translation>
    </message>
    <message>
        <source>train for N epochs first</source>
        <translation>先训练这么多轮</translation>
    </message>
    <message>
        <source>size of the window</source>
        <translation>窗口的大小</translation>
    </message>
    <message>
        <source>pixels per unit of length</source>
        <translation>每个长度单位对应的像素数</translation>
    </message>
    <message>
        <source>size of all text</source>
        <translation>所有文字的大小倍数</translation>
    </message>
    <message>
        <source>language of the window (default: en)</source>
        <translation>窗口的语言（默认：en）</translation>
    </message>
    <message>
        <source>“{text}” is not a size such as 1280x800</source>
        <translation>“{text}”不是 1280x800 这样的尺寸</translation>
    </message>
    <message>
        <source>also replace other files that are written beside FILE, if they are there</source>
        <translation>若 FILE 旁的配套文件已存在，也一并覆盖</translation>
    </message>
    <message>
        <source>a CSV or TSV file: the answer to each of its rows</source>
        <translation>一个 CSV 或 TSV 文件：回答其中的每一行</translation>
    </message>
    <message>
        <source>with --rows: the CSV file to write, the table with the predictions</source>
        <translation>与 --rows 一起使用：要写入的 CSV 文件，即带有预测结果的表格</translation>
    </message>
    <message>
        <source>row {row} has no answer: {problem}</source>
        <translation>第 {row} 行没有答案：{problem}</translation>
    </message>
    <message>
        <source>rows answered: {answered} of {rows}</source>
        <translation>{rows} 行中有 {answered} 行得到了答案</translation>
    </message>
    <message>
        <source>mean absolute error: {error:.4g}</source>
        <translation>平均绝对误差：{error:.4g}</translation>
    </message>
    <message>
        <source>{right} of {known} answers correct (accuracy {share:.4f})</source>
        <translation>{known} 个答案中 {right} 个正确（准确率 {share:.4f}）</translation>
    </message>
    <message>
        <source>actual classes in rows, predicted classes in columns:</source>
        <translation>行为真实类别，列为预测类别：</translation>
    </message>
    <message>
        <source>{reason} Another network is used: {title}. {why}</source>
        <translation>{reason} 改用另一个网络：{title}。{why}</translation>
    </message>
    <message>
        <source>read the files that the project names, though you have never opened them with nnplay</source>
        <translation>读取项目指定的文件，即使你从未用 nnplay 打开过它们</translation>
    </message>
    <message>
        <source>the file of a project or model, or the name of a preset, to open in the window</source>
        <translation>要在窗口中打开的项目文件、模型文件，或预设的名称</translation>
    </message>
    <message>
        <source>the file of a project or model, or the name of a preset</source>
        <translation>项目文件、模型文件，或预设的名称</translation>
    </message>
    <message>
        <source>{presets}, or the file of a project or model ({endings})</source>
        <translation>预设（{presets}），或者项目文件、模型文件（{endings}）</translation>
    </message>
    <message>
        <source>the file of a project or model ({endings})</source>
        <translation>项目文件或模型文件（{endings}）</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Categories in order</source>
        <translation>类别（按顺序编号）</translation>
    </message>
    <message>
        <source>To predict</source>
        <translation>预测目标</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>去掉该行</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>From 0 to 1</source>
        <translation>缩放到 0 至 1</translation>
    </message>
    <message>
        <source>A quantity</source>
        <translation>数量（回归）</translation>
    </message>
    <message>
        <source>One of two classes</source>
        <translation>两类之一</translation>
    </message>
    <message>
        <source>One of several classes</source>
        <translation>多类之一</translation>
    </message>
    <message>
        <source>(x − mean) / standard deviation</source>
        <translation>(x − 均值) / 标准差</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>inputs of 0 or 1: {n}</source>
        <translation>取 0 或 1 的输入：{n} 个</translation>
    </message>
    <message>
        <source>0 to {last}</source>
        <translation>0 至 {last}</translation>
    </message>
    <message>
        <source>Categories, one input each</source>
        <translation>类别（每类一个输入）</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>(x − min) / (max − min)</source>
        <translation>(x − 最小值) / (最大值 − 最小值)</translation>
    </message>
    <message>
        <source>Days since 1970</source>
        <translation>自 1970 年起的天数</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Month, 1 to 12</source>
        <translation>月，1 到 12</translation>
    </message>
    <message>
        <source>Weekday, 1 (Monday) to 7</source>
        <translation>星期，1（星期一）到 7</translation>
    </message>
    <message>
        <source>Dates. As numbers they can be days, years, months or weekdays.</source>
        <translation>日期。作为数字可取天数、年、月或星期。</translation>
    </message>
    <message>
        <source>All cells are equal.</source>
        <translation>所有单元格都相同。</translation>
    </message>
    <message>
        <source>Row numbers.</source>
        <translation>行号。</translation>
    </message>
    <message>
        <source>Identifiers: every cell is different.</source>
        <translation>标识符：每个单元格都不同。</translation>
    </message>
    <message>
        <source>Too many different words to be categories.</source>
        <translation>不同的词太多，不能作为类别。</translation>
    </message>
</context>
<context>
    <name>controls</name>
    <message>
        <source>Number of hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>卷积核数</translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Number of people</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>训练样本数</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>L1 rate</source>
        <translation>L1 正则化率</translation>
    </message>
    <message>
        <source>L2 rate</source>
        <translation>L2 正则化率</translation>
    </message>
    <message>
        <source>Greatest length of weights</source>
        <translation>权重的最大范数</translation>
    </message>
    <message>
        <source>Clip each gradient</source>
        <translation>逐个裁剪梯度</translation>
    </message>
    <message>
        <source>Clip their length</source>
        <translation>按范数裁剪</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>All seeds</source>
        <translation>所有种子</translation>
    </message>
    <message>
        <source>Seed of the data</source>
        <translation>数据的种子</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>划分的种子</translation>
    </message>
    <message>
        <source>Seed of the initial weights</source>
        <translation>初始权重的种子</translation>
    </message>
    <message>
        <source>Seed of the batches</source>
        <translation>批次的种子</translation>
    </message>
    <message>
        <source>{setting} of “{layer}”</source>
        <translation>“{layer}”的{setting}</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男生</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女生</translation>
    </message>
    <message>
        <source>T-shirt</source>
        <translation>T 恤</translation>
    </message>
    <message>
        <source>trousers</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>pullover</source>
        <translation>套头衫</translation>
    </message>
    <message>
        <source>dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>family members</source>
        <translation>家庭人口</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>账户数</translation>
    </message>
</context>
<context>
    <name>differences</name>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>{text} and {n} more</source>
        <translation>{text} 等另外 {n} 项</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>loss function</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>greatest length</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>frozen parts</source>
        <translation>冻结部分</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>without {layer}</source>
        <translation>没有 {layer}</translation>
    </message>
    <message>
        <source>with {layer}</source>
        <translation>有 {layer}</translation>
    </message>
    <message>
        <source>other {thing}</source>
        <translation>{thing}不同</translation>
    </message>
    <message>
        <source>weights edited</source>
        <translation>手动修改权重</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>Divergence</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>Muted layer</source>
        <translation>被屏蔽的层</translation>
    </message>
    <message>
        <source>Unscaled inputs</source>
        <translation>输入未缩放</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>学习率过高</translation>
    </message>
    <message>
        <source>Exploding gradients</source>
        <translation>梯度爆炸</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation>学习率过低</translation>
    </message>
    <message>
        <source>No progress</source>
        <translation>没有进展</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>Classes out of balance</source>
        <translation>类别不平衡</translation>
    </message>
    <message>
        <source>The loss jumps: it has been {best} and is {now}. With a learning rate of {rate} the steps are longer than the valley is wide.</source>
        <translation>损失来回跳动：最低曾到 {best}，现在是 {now}。学习率为 {rate}，每一步都从山谷的一侧跳到了另一侧。</translation>
    </message>
    <message>
        <source>Learning rate {rate}, and start again</source>
        <translation>学习率改为 {rate}，重新开始</translation>
    </message>
    <message>
        <source>Learning rate {rate}</source>
        <translation>学习率改为 {rate}</translation>
    </message>
    <message>
        <source>Clip the gradient at length 1</source>
        <translation>把梯度长度裁剪到 1</translation>
    </message>
    <message>
        <source>ReLU in the hidden layers, and start again</source>
        <translation>隐藏层改用 ReLU，重新开始</translation>
    </message>
    <message>
        <source>Leaky ReLU in {layers}</source>
        <translation>{layers} 改用 Leaky ReLU</translation>
    </message>
    <message>
        <source>Start again with well-sized weights</source>
        <translation>用大小合适的权重重新开始</translation>
    </message>
    <message>
        <source>Start again with other weights</source>
        <translation>换一组初始权重重新开始</translation>
    </message>
    <message>
        <source>L2 regularization {strength}</source>
        <translation>L2 正则化 {strength}</translation>
    </message>
    <message>
        <source>Dropout before the output</source>
        <translation>在输出层前加 Dropout 层</translation>
    </message>
    <message>
        <source>Normalize the inputs</source>
        <translation>对输入做归一化</translation>
    </message>
    <message>
        <source>Repeat the examples of rare classes</source>
        <translation>重复稀有类别的样本</translation>
    </message>
    <message>
        <source>The training diverged: by step {step} the numbers had grown without bound, first in the layer “{layer}”. Each step overshot more than the one before: the learning rate {rate} is too high.</source>
        <translation>训练发散：到第 {step} 步时，数值已经大到失控，最先出现在“{layer}”层。每一步都比上一步冲得更远：学习率 {rate} 过高。</translation>
    </message>
    <message>
        <source>The learning rate {rate} is too high here: one gradient step takes the loss from {before} up to {after}, to the other side of the valley.</source>
        <translation>学习率 {rate} 在这里过高：沿梯度走一步，损失从 {before} 升到 {after}，冲到了山谷的另一侧。</translation>
    </message>
    <message>
        <source>The loss has risen from {first} to {now}, above that of always giving the same answer. With a learning rate of {rate} the steps have thrown the weights far away.</source>
        <translation>损失从 {first} 升到了 {now}，比总是给出同一个答案还差。学习率为 {rate}，每一步都太大，把权重推得太远。</translation>
    </message>
    <message>
        <source>After {steps} steps the loss is {now}. Always giving the same answer would already reach {constant}.</source>
        <translation>训练了 {steps} 步，损失还是 {now}；不管什么样本都给同一个答案，损失也能降到 {constant}。</translation>
    </message>
    <message>
        <source>The training loss has fallen to {train}, but the test loss, best at {best} in epoch {epoch}, has risen to {test}. The network memorises its examples (overfitting).</source>
        <translation>训练损失已降到 {train}；测试损失在第 {epoch} 轮最低，为 {best}，之后又升到 {test}。网络在死记样本（过拟合）。</translation>
    </message>
    <message>
        <source>Unmute {layers}</source>
        <translation>取消屏蔽 {layers}</translation>
    </message>
    <message>
        <source>The typical sizes of the inputs range from {least} to {most}. Weights of large inputs take huge steps while those of small ones hardly move.</source>
        <translation>各个输入的大小相差悬殊，从 {least} 到 {most}。大输入的权重一步走得太远，小输入的权重几乎不动。</translation>
    </message>
    <message>
        <source>There are {most} examples of “{frequent}” but only {least} of “{rare}”. Always answering “{frequent}” would be right in {share} % of all cases.</source>
        <translation>“{frequent}”有 {most} 个样本，“{rare}”只有 {least} 个。总是回答“{frequent}”就已经有 {share} % 的正确率。</translation>
    </message>
    <message>
        <source>“{layers}” is muted: the layers after it get only 0 from it, and the layers before it learn nothing through it.</source>
        <translation>“{layers}”被屏蔽：后面的层从它那里只得到 0，前面的层也无法通过它学到任何东西。</translation>
    </message>
    <message>
        <source>The gradient at “{first}” is only {share} times the one at “{last}”. The first layers hardly learn.</source>
        <translation>“{first}”处的梯度只有“{last}”处的 {share} 倍，前面的层几乎学不动。</translation>
    </message>
    <message>
        <source>The gradient at “{first}” is {growth} times the one at “{last}”. The weights of the first layers jump around.</source>
        <translation>“{first}”处的梯度是“{last}”处的 {growth} 倍，前面几层的权重来回乱跳。</translation>
    </message>
    <message>
        <source>{share} % of the units in “{layer}” are off for every example and cannot recover.</source>
        <translation>“{layer}”中 {share} % 的神经元对所有样本的输出都是 0，而且再也学不动了。</translation>
    </message>
    <message>
        <source>{share} % of the outputs of “{layer}” lie on the flat ends of {activation}, where hardly any gradient gets through. Its weighted sums are too large.</source>
        <translation>“{layer}”有 {share} % 的输出落在 {activation} 两端的平坦区，梯度几乎传不过去。原因是加权和太大。</translation>
    </message>
    <message>
        <source>L2 regularization too strong</source>
        <translation>L2 正则化过强</translation>
    </message>
    <message>
        <source>Classes without examples</source>
        <translation>没有样本的类别</translation>
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
        <source>All {n} training examples are of class “{name}”: there is nothing to tell apart, and any accuracy means nothing.</source>
        <translation>全部 {n} 个训练样本都属于类别“{name}”：没有什么可区分的，准确率也就没有意义。</translation>
    </message>
    <message>
        <source>There is no training example of class {names}: the network will learn never to answer that.</source>
        <translation>训练样本中没有类别 {names}：网络会学成永远不给出这个答案。</translation>
    </message>
    <message>
        <source>Step function</source>
        <translation>阶跃函数</translation>
    </message>
    <message>
        <source>Sigmoid in {layers}</source>
        <translation>在 {layers} 中使用 Sigmoid</translation>
    </message>
    <message>
        <source>Add a hidden layer of {units} units, and start again</source>
        <translation>添加一个有 {units} 个神经元的隐藏层，并重新开始</translation>
    </message>
    <message>
        <source>With a learning rate of {rate} the first steps have thrown the weights so far that {share} % of the outputs of “{layer}” lie where hardly any gradient gets through.</source>
        <translation>学习率为 {rate} 时，最初几步把权重推得太远，“{layer}”有 {share} % 的输出落在几乎没有梯度通过的区域。</translation>
    </message>
    <message>
        <source>The learning rate {rate} is very low: in {steps} steps the loss has gone only from {first} to {now}, and a step {long} times as long would still go straight down.</source>
        <translation>学习率 {rate} 太低：{steps} 步之后损失只从 {first} 变为 {now}，而长 {long} 倍的一步仍会使损失直线下降。</translation>
    </message>
    <message>
        <source>The training loss has fallen to {train}, but the test loss is {test}. The network memorises its examples (overfitting).</source>
        <translation>训练损失已降到 {train}，而测试损失为 {test}。网络在死记样本（过拟合）。</translation>
    </message>
    <message>
        <source>The slope of step is 0 everywhere, so no gradient passes through “{layers}”: its weights and those of the layers before it stay as they are.</source>
        <translation>阶跃函数的斜率处处为 0，因此没有梯度通过“{layers}”：它和它之前各层的权重都不会改变。</translation>
    </message>
    <message>
        <source>With a learning rate of {rate} the steps throw the weights about: the loss has been as high as {worst} and is {now}. Always giving the same answer would already reach {constant}.</source>
        <translation>学习率 {rate} 使每一步都把权重甩得很远：损失曾高达 {worst}，现在是 {now}。而始终给出同一个答案就已能达到 {constant}。</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>This network reads digits, not points: use --image FILE or --strokes FILE.</source>
        <translation>这个网络读取的是手写数字，不是点：请使用 --image FILE 或 --strokes FILE。</translation>
    </message>
    <message>
        <source>This network reads numbers, not pictures: use --row {row}.</source>
        <translation>这个网络读取数字，不读图片：请用 --row {row}。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation>无法读取“{file}”：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” is neither a preset nor a file. The presets are: {choices}.</source>
        <translation>“{name}”既不是预设，也不是文件。可用的预设：{choices}。</translation>
    </message>
    <message>
        <source>This network learns from a table: add --data FILE, with the CSV file.</source>
        <translation>这个网络从表格学习：请加上 --data 文件，指定 CSV 文件。</translation>
    </message>
    <message>
        <source>This model came without data: add --data FILE with data that fit it (inputs: {inputs}, outputs: {outputs}).</source>
        <translation>此模型没有自带数据：请加上 --data 文件，给出适合它的数据（输入：{inputs}，输出：{outputs}）。</translation>
    </message>
    <message>
        <source>This network reads digits from files: add --data FOLDER, with the four MNIST files.</source>
        <translation>这个网络从文件读取手写数字：请加上 --data FOLDER，其中有四个 MNIST 文件。</translation>
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
        <source>A picture of {width} × {height} pixels is too long and thin for a digit.</source>
        <translation>{width} × {height} 像素的图片太细长，容不下一个数字。</translation>
    </message>
    <message>
        <source>There is ink everywhere: clear the pad and draw a digit.</source>
        <translation>到处都是笔迹：请清空画板，写一个数字。</translation>
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
        <source>A feature is chosen twice: {names}.</source>
        <translation>有特征被重复选择：{names}。</translation>
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
        <source>“{file}” is cut short: it has {found} bytes where {expected} are expected. Copy or download it again.</source>
        <translation>“{file}”不完整：只有 {found} 字节，应为 {expected} 字节。请重新复制或下载。</translation>
    </message>
    <message>
        <source>“{folder}” is not a folder: choose the folder that holds the MNIST files.</source>
        <translation>“{folder}”不是文件夹：请选择包含 MNIST 文件的文件夹。</translation>
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
        <source>Loading was cancelled.</source>
        <translation>加载已取消。</translation>
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
        <source>Example {row} has a number in {name} that is not finite (NaN or infinite).</source>
        <translation>样本 {row} 的 {name} 中有一个数不是有限数（NaN 或无穷大）。</translation>
    </message>
    <message>
        <source>Example {row} has a negative class number; classes count from 0.</source>
        <translation>样本 {row} 的类别编号为负；类别从 0 开始编号。</translation>
    </message>
    <message>
        <source>The lower limit {minval} is above the upper limit {maxval}.</source>
        <translation>下限 {minval} 大于上限 {maxval}。</translation>
    </message>
    <message>
        <source>The shapes {shapes} cannot be joined along axis {axis}: all other lengths must agree.</source>
        <translation>形状 {shapes} 不能沿轴 {axis} 拼接：其他各轴的长度必须一致。</translation>
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
        <source>Rprop needs eta plus above 1 (it is {eta_plus}) and min step ({min_step}) not above max step ({max_step}).</source>
        <translation>Rprop 要求 eta plus 大于 1（现为 {eta_plus}），且 min step（{min_step}）不大于 max step（{max_step}）。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be above 0 and at most 1.</source>
        <translation>{setting} 的值为 {value}；它必须大于 0 且小于等于 1。</translation>
    </message>
    <message>
        <source>There are {names} names for {layers} layers: each layer needs one.</source>
        <translation>给出了 {names} 个名称，但有 {layers} 层：每一层都需要一个名称。</translation>
    </message>
    <message>
        <source>Two layers are called “{name}”: give each a name of its own.</source>
        <translation>有两层都叫“{name}”：请给每一层不同的名称。</translation>
    </message>
    <message>
        <source>The layer “{name}” ({kind}) has {found} inputs; it takes {least} to {most}.</source>
        <translation>层“{name}”（{kind}）有 {found} 个输入；它接收 {least} 到 {most} 个。</translation>
    </message>
    <message>
        <source>The layer “{name}” does not fit here. {reason}</source>
        <translation>层“{name}”不能放在这里。{reason}</translation>
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
        <source>The networks of a stack share the loss, the kind of optimizer, the batch size and the rule of regularization, and L-BFGS cannot train one.</source>
        <translation>一组网络的损失函数、优化器种类、批大小和正则化规则必须相同，并且不能用 L-BFGS 训练。</translation>
    </message>
    <message>
        <source>A stack of {n} networks needs as many {name}; these are {count}.</source>
        <translation>一组 {n} 个网络需要同样多的 {name}；这里是 {count} 个。</translation>
    </message>
    <message>
        <source>The layer “{layer}” has weights that are not finite numbers: reset them.</source>
        <translation>层“{layer}”的权重中有不是有限数的：请重置权重。</translation>
    </message>
    <message>
        <source>The networks of a stack need equally many examples of one shape and type to train on.</source>
        <translation>一组网络的训练样本数量、形状和类型必须相同。</translation>
    </message>
    <message>
        <source>The saved state of the training is damaged ({reason}).</source>
        <translation>保存的训练状态已损坏（{reason}）。</translation>
    </message>
    <message>
        <source>a count is not a whole number</source>
        <translation>某个计数不是整数</translation>
    </message>
    <message>
        <source>a loss is not a number</source>
        <translation>某个损失不是数</translation>
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
        <source>“{file}” cannot be opened: {reason}.</source>
        <translation>无法打开“{file}”：{reason}。</translation>
    </message>
    <message>
        <source>{name} is larger than its array</source>
        <translation>{name} 比其数组还大</translation>
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
        <source>its version is missing</source>
        <translation>缺少版本号</translation>
    </message>
    <message>
        <source>“{file}” comes from a newer nnplay (format {found}, here {known}): update nnplay to open it.</source>
        <translation>“{file}”来自更新版本的 nnplay（格式 {found}，本程序为 {known}）：请更新 nnplay 后再打开。</translation>
    </message>
    <message>
        <source>its check sum is another</source>
        <translation>校验和不符</translation>
    </message>
    <message>
        <source>it would be larger than {most} MB, the most that can be opened again</source>
        <translation>文件会超过 {most} MB，而更大的文件无法再打开</translation>
    </message>
    <message>
        <source>its description lacks or adds {names}</source>
        <translation>其描述缺少或多出 {names}</translation>
    </message>
    <message>
        <source>it has arrays that belong nowhere: {names}</source>
        <translation>含有无处归属的数组：{names}</translation>
    </message>
    <message>
        <source>its array {name} is missing or has another form</source>
        <translation>数组 {name} 缺失或形式不符</translation>
    </message>
    <message>
        <source>the places of its layers are missing</source>
        <translation>缺少各层的位置</translation>
    </message>
    <message>
        <source>a layer&apos;s place is not two numbers</source>
        <translation>某层的位置不是两个数</translation>
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
        <source>A project locks “{name}”, which is none of: {choices}.</source>
        <translation>项目锁定了“{name}”，但只能锁定：{choices}。</translation>
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
        <source>The moments of a run are not in order.</source>
        <translation>一次训练的各个时刻顺序不对。</translation>
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
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{file}”: X has the shape {shape}; rows of numbers, or pictures of 1 to 4 channels, are expected.</source>
        <translation>“{file}”：X 的形状为 {shape}；应为数字行，或 1 至 4 通道的图片。</translation>
    </message>
    <message>
        <source>“{file}”: y has the shape {shape}; an answer for each example is expected.</source>
        <translation>“{file}”：y 的形状为 {shape}；应为每个样本一个答案。</translation>
    </message>
    <message>
        <source>“{file}” cannot be written: {reason}.</source>
        <translation>无法写入“{file}”：{reason}。</translation>
    </message>
    <message>
        <source>wrong content</source>
        <translation>内容不对</translation>
    </message>
    <message>
        <source>more bytes than there should be</source>
        <translation>字节数多于应有的</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>内容不完整</translation>
    </message>
    <message>
        <source>The formula ends too early: a number or a name is missing.</source>
        <translation>公式不完整：末尾缺少一个数或名称。</translation>
    </message>
    <message>
        <source>“{file}” has the arrays {found}; X and y are expected, or x_train, y_train, x_test, y_test.</source>
        <translation>“{file}”中的数组为 {found}；应为 X 和 y，或 x_train、y_train、x_test、y_test。</translation>
    </message>
    <message>
        <source>“{file}” holds {found} bytes; nnplay reads at most {most}.</source>
        <translation>“{file}”含有 {found} 字节；nnplay 最多读取 {most} 字节。</translation>
    </message>
    <message>
        <source>“{file}” has no rows of data.</source>
        <translation>“{file}”没有数据行。</translation>
    </message>
    <message>
        <source>“{array}” in “{file}” is of type {type}, shape {shape}: only arrays of numbers can be read.</source>
        <translation>“{file}”中的“{array}”类型为 {type}，形状为 {shape}：只能读取数字数组。</translation>
    </message>
    <message>
        <source>{name} is not as long as its header says</source>
        <translation>{name} 的长度与文件头所述不符</translation>
    </message>
    <message>
        <source>{name} is cut short</source>
        <translation>{name} 不完整</translation>
    </message>
    <message>
        <source>The folder “{folder}” has neither MNIST files ({names}) nor two or more folders of pictures, one for each class.</source>
        <translation>文件夹“{folder}”中既没有 MNIST 文件（{names}），也没有两个以上按类别存放图片的文件夹。</translation>
    </message>
    <message>
        <source>“{file}” has {width} × {height} pixels, more than {most}: make it smaller first.</source>
        <translation>“{file}”有 {width} × {height} 像素，超过 {most}：请先缩小。</translation>
    </message>
    <message>
        <source>A class of pictures is the name of a folder.</source>
        <translation>图片的类别是文件夹的名称。</translation>
    </message>
    <message>
        <source>{pictures} pictures of {size} take {found} bytes, more than {most}: choose a smaller size.</source>
        <translation>{pictures} 张 {size} 的图片需要 {found} 字节，超过 {most}：请选择较小的尺寸。</translation>
    </message>
    <message>
        <source>The folder “{folder}” has no picture that can be read.</source>
        <translation>文件夹“{folder}”中没有可以读取的图片。</translation>
    </message>
    <message>
        <source>Two columns of a table have the same name.</source>
        <translation>表格中有两列同名。</translation>
    </message>
    <message>
        <source>The column “{column}” has {found} categories; 1 to {most} can be used.</source>
        <translation>列“{column}”有 {found} 个类别；可以使用 1 至 {most} 个。</translation>
    </message>
    <message>
        <source>“{file}” is empty.</source>
        <translation>“{file}”是空的。</translation>
    </message>
    <message>
        <source>“{file}” has {found} columns; nnplay reads at most {most}.</source>
        <translation>“{file}”有 {found} 列；nnplay 最多读取 {most} 列。</translation>
    </message>
    <message>
        <source>{kind} takes several inputs, or none: it cannot be skipped.</source>
        <translation>{kind} 有多个输入或没有输入：不能跳过。</translation>
    </message>
    <message>
        <source>{kind} makes the shape {given} of {taken}: it cannot be skipped.</source>
        <translation>{kind} 把形状 {taken} 变成 {given}：不能跳过。</translation>
    </message>
    <message>
        <source>“{file}” was not written: {reason}.</source>
        <translation>“{file}”未能写入：{reason}。</translation>
    </message>
    <message>
        <source>A lesson needs a text in at least one language.</source>
        <translation>课程至少需要一种语言的文本。</translation>
    </message>
    <message>
        <source>The text “{language}” has too few answers for the step “{step}”.</source>
        <translation>文本“{language}”中步骤“{step}”的选项太少。</translation>
    </message>
    <message>
        <source>In “{where}” two steps have the same name.</source>
        <translation>“{where}”中有两个步骤同名。</translation>
    </message>
    <message>
        <source>A lesson cannot ask for “{name}”. Choose one of: {choices}.</source>
        <translation>课程不能询问“{name}”。可选：{choices}。</translation>
    </message>
    <message>
        <source>This network has no “{name}” where the lesson looks for it ({node}).</source>
        <translation>这个网络在课程要找的位置（{node}）没有“{name}”。</translation>
    </message>
    <message>
        <source>The lesson “{file}” cannot be opened: {reason}</source>
        <translation>无法打开课程“{file}”：{reason}</translation>
    </message>
    <message>
        <source>its format is not {format}; a newer nnplay may open it</source>
        <translation>其格式不是 {format}；新版 nnplay 也许能打开</translation>
    </message>
    <message>
        <source>there is no preset {name}</source>
        <translation>没有预设 {name}</translation>
    </message>
    <message>
        <source>its project is damaged</source>
        <translation>其中的项目已损坏</translation>
    </message>
    <message>
        <source>a text is missing</source>
        <translation>缺少文字</translation>
    </message>
    <message>
        <source>{name} is not a kind of {type}</source>
        <translation>{name} 不属于 {type}</translation>
    </message>
    <message>
        <source>{value} is not of the type {type}</source>
        <translation>{value} 不是 {type} 类型</translation>
    </message>
    <message>
        <source>a list is missing or too long</source>
        <translation>列表缺失或过长</translation>
    </message>
    <message>
        <source>a list has {found} items, not {expected}</source>
        <translation>列表有 {found} 项，应为 {expected} 项</translation>
    </message>
    <message>
        <source>a description of {type} is missing</source>
        <translation>缺少 {type} 的描述</translation>
    </message>
    <message>
        <source>{name} has no {names}</source>
        <translation>{name} 没有名为 {names} 的项</translation>
    </message>
    <message>
        <source>{name} lacks {names}</source>
        <translation>{name} 缺少 {names}</translation>
    </message>
    <message>
        <source>Only points in the plane can be drawn: choose a point set first.</source>
        <translation>只有平面上的点才能画：请先选择一个点集。</translation>
    </message>
    <message>
        <source>“{source}” does not feed “{target}”: there is no link to remove.</source>
        <translation>“{source}”没有连接到“{target}”：没有可删除的连接。</translation>
    </message>
    <message>
        <source>The text comes from a newer nnplay: update nnplay to open it.</source>
        <translation>文本来自更新版本的 nnplay：请更新 nnplay 后再打开。</translation>
    </message>
    <message>
        <source>it is not JSON (line {line}, column {column})</source>
        <translation>不是 JSON（第 {line} 行第 {column} 列）</translation>
    </message>
    <message>
        <source>it has a number that is too long</source>
        <translation>含有过长的数</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数太多</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源正被占用</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Connection reset by peer</source>
        <translation>连接被对方断开</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>无法到达主机</translation>
    </message>
    <message>
        <source>Name or service not known</source>
        <translation>找不到该主机名</translation>
    </message>
    <message>
        <source>Temporary failure in name resolution</source>
        <translation>暂时无法解析主机名</translation>
    </message>
    <message>
        <source>it is not a text in UTF-8</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>a name appears twice</source>
        <translation>某个名称出现了两次</translation>
    </message>
    <message>
        <source>{value} is not a finite number</source>
        <translation>{value} 不是有限的数</translation>
    </message>
    <message>
        <source>There is no template “{name}”. Choose one of: {choices}.</source>
        <translation>没有模板“{name}”。可选：{choices}。</translation>
    </message>
    <message>
        <source>A convolutional network looks at pictures; an example of these data has the shape {shape}.</source>
        <translation>卷积网络处理图像；而这些数据的一个样本形状是 {shape}。</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>文件太短</translation>
    </message>
    <message>
        <source>its header is longer than the file, or than any project&apos;s</source>
        <translation>文件头比文件本身还长，或比任何项目的都长</translation>
    </message>
    <message>
        <source>its header is not a text</source>
        <translation>文件头不是文本</translation>
    </message>
    <message>
        <source>its header is not a table of arrays</source>
        <translation>文件头不是数组表</translation>
    </message>
    <message>
        <source>its metadata are not texts</source>
        <translation>元数据不是文本</translation>
    </message>
    <message>
        <source>its arrays overlap, leave gaps, or reach beyond its end</source>
        <translation>数组相互重叠、留有空隙或超出文件末尾</translation>
    </message>
    <message>
        <source>it has bytes behind its arrays</source>
        <translation>数组之后还有多余的字节</translation>
    </message>
    <message>
        <source>an array is not described by type, shape and place</source>
        <translation>某个数组没有用类型、形状和位置来描述</translation>
    </message>
    <message>
        <source>an array is of an unknown type, or has no place</source>
        <translation>某个数组类型未知，或没有位置</translation>
    </message>
    <message>
        <source>an array&apos;s shape does not fit its bytes</source>
        <translation>某个数组的形状与其字节数不符</translation>
    </message>
    <message>
        <source>a shape or place is not a list of whole numbers</source>
        <translation>形状或位置不是整数列表</translation>
    </message>
    <message>
        <source>There are {n_rows} × {n_columns} numbers; the table has {table_rows} × {table_columns} cells.</source>
        <translation>读到 {n_rows} × {n_columns} 个数；而表格有 {table_rows} × {table_columns} 个单元格。</translation>
    </message>
    <message>
        <source>The network has no weights {layer}, filter {filter}, channel {channel}.</source>
        <translation>网络中没有这样的权重：{layer}，卷积核 {filter}，通道 {channel}。</translation>
    </message>
    <message>
        <source>Line {line} has {found} numbers, those before it have {expected}.</source>
        <translation>第 {line} 行有 {found} 个数，而前面各行有 {expected} 个。</translation>
    </message>
    <message>
        <source>“{file}” is not a text file.</source>
        <translation>“{file}”不是文本文件。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{text}” is not a number.</source>
        <translation>第 {line} 行第 {column} 列：“{text}”不是数字。</translation>
    </message>
    <message>
        <source>The drawings in “{folder}” are damaged: move the folder away.</source>
        <translation>“{folder}”中的笔迹已损坏：请把该文件夹移走。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read as a model: {reason}.</source>
        <translation>无法将“{file}”作为模型读取：{reason}。</translation>
    </message>
    <message>
        <source>it is no ONNX model, or a damaged one</source>
        <translation>不是 ONNX 模型，或已损坏</translation>
    </message>
    <message>
        <source>its version of ONNX&apos;s operators is {found}, which is before {oldest}</source>
        <translation>其 ONNX 算子版本为 {found}，早于 {oldest}</translation>
    </message>
    <message>
        <source>it has {n} inputs, not one</source>
        <translation>它有 {n} 个输入，而不是一个</translation>
    </message>
    <message>
        <source>its input is not made of numbers</source>
        <translation>其输入不是由数组成的</translation>
    </message>
    <message>
        <source>two of its values have the name “{name}”</source>
        <translation>其中有两个值都叫“{name}”</translation>
    </message>
    <message>
        <source>nothing makes its output “{name}”</source>
        <translation>没有任何算子给出其输出“{name}”</translation>
    </message>
    <message>
        <source>its operator {kind} takes “{name}”, which nothing before it makes</source>
        <translation>其算子 {kind} 取用“{name}”，而之前没有算子给出它</translation>
    </message>
    <message>
        <source>it has a constant that is no array of numbers</source>
        <translation>其中有一个常量不是数的数组</translation>
    </message>
    <message>
        <source>it has {n} outputs, not one</source>
        <translation>它有 {n} 个输出，而不是一个</translation>
    </message>
    <message>
        <source>the shape of its input makes no sense</source>
        <translation>其输入的形状没有意义</translation>
    </message>
    <message>
        <source>it has an array that is not made of numbers</source>
        <translation>其中有一个数组不是由数组成的</translation>
    </message>
    <message>
        <source>one of its arrays has not as many numbers as its shape says</source>
        <translation>其中一个数组的数的个数与其形状不符</translation>
    </message>
    <message>
        <source>its weights are in another file</source>
        <translation>其权重在另一个文件中</translation>
    </message>
    <message>
        <source>The model has settings that make no sense.</source>
        <translation>该模型含有没有意义的设置。</translation>
    </message>
    <message>
        <source>What the model gives does not depend on the numbers that it takes.</source>
        <translation>该模型的输出与输入的数无关。</translation>
    </message>
    <message>
        <source>The model does not say how many numbers an example has.</source>
        <translation>该模型没有说明一个样本有几个数。</translation>
    </message>
    <message>
        <source>The model leaves the shape of its input open: open it behind its data.</source>
        <translation>该模型没有确定输入的形状：请先选择它的数据，再打开它。</translation>
    </message>
    <message>
        <source>The model takes examples of the shape {found}, but the data have {expected}.</source>
        <translation>该模型取形状为 {found} 的样本，而数据的形状是 {expected}。</translation>
    </message>
    <message>
        <source>The lesson needs a title.</source>
        <translation>课程需要一个标题。</translation>
    </message>
    <message>
        <source>Step {number} has no title in the language “{language}”.</source>
        <translation>第 {number} 步没有语言“{language}”的标题。</translation>
    </message>
    <message>
        <source>what its optimizer has gathered makes no sense</source>
        <translation>其优化器积累的状态无效</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>服务器没有响应</translation>
    </message>
    <message>
        <source>“{name}” is neither a command, a preset nor a file. nnplay --help lists the commands, nnplay presets lists the presets.</source>
        <translation>“{name}”既不是命令、预设，也不是文件。nnplay --help 列出命令，nnplay presets 列出预设。</translation>
    </message>
    <message>
        <source>“{name}” is neither a command, a preset nor a file. Did you mean “nnplay {nearest}”?</source>
        <translation>“{name}”既不是命令、预设，也不是文件。你是想输入“nnplay {nearest}”吗？</translation>
    </message>
    <message>
        <source>The array {name} of the layer “{layer}” is not made of {n} finite numbers.</source>
        <translation>“{layer}”层的数组 {name} 不是由 {n} 个有限的数组成的。</translation>
    </message>
    <message>
        <source>its constant is not one number for each unit or channel</source>
        <translation>其常量不是每个神经元或通道一个数</translation>
    </message>
    <message>
        <source>what it takes first is a constant</source>
        <translation>它的第一个输入是常量</translation>
    </message>
    <message>
        <source>it multiplies with another kind of matrix</source>
        <translation>它乘的是另一种矩阵</translation>
    </message>
    <message>
        <source>a Dense layer takes one row of numbers an example</source>
        <translation>全连接层的每个样本是一行数</translation>
    </message>
    <message>
        <source>only layers are added, or a layer and a constant</source>
        <translation>只能把层相加，或把层与常量相加</translation>
    </message>
    <message>
        <source>{kind} by a constant became a BatchNormalization that only does this.</source>
        <translation>与常量的 {kind} 成为只做这件事的 BatchNormalization。</translation>
    </message>
    <message>
        <source>it adds layers of different shapes</source>
        <translation>它把形状不同的层相加</translation>
    </message>
    <message>
        <source>it joins examples, or a constant</source>
        <translation>它拼接的是样本或常量</translation>
    </message>
    <message>
        <source>it joins layers of shapes that do not fit</source>
        <translation>它拼接的层形状不合</translation>
    </message>
    <message>
        <source>its channels are convolved in groups</source>
        <translation>它把通道分组做卷积</translation>
    </message>
    <message>
        <source>its windows have gaps (dilations)</source>
        <translation>其窗口有间隔（空洞）</translation>
    </message>
    <message>
        <source>its margins are neither those of “valid” nor those of “same”</source>
        <translation>其边缘填充既不是“valid”也不是“same”</translation>
    </message>
    <message>
        <source>its windows go beyond the margins</source>
        <translation>其窗口超出了边缘</translation>
    </message>
    <message>
        <source>it normalizes over something else than units or channels</source>
        <translation>它不是对神经元或通道做归一化</translation>
    </message>
    <message>
        <source>it is not taken over the units or channels</source>
        <translation>它不是对神经元或通道计算的</translation>
    </message>
    <message>
        <source>A leaky ReLU with the slope {slope} became a PReLU whose slopes are frozen at {slope}.</source>
        <translation>斜率为 {slope} 的 Leaky ReLU 成为斜率冻结在 {slope} 的 PReLU。</translation>
    </message>
    <message>
        <source>it makes other numbers than floating-point ones</source>
        <translation>它给出的不是浮点数</translation>
    </message>
    <message>
        <source>it mixes the numbers of several examples</source>
        <translation>它把多个样本的数混在一起</translation>
    </message>
    <message>
        <source>it has more fields than any model</source>
        <translation>其字段多于任何模型</translation>
    </message>
    <message>
        <source>A stack takes one network or more, each of them once.</source>
        <translation>一组网络至少要有一个网络，并且每个网络只能出现一次。</translation>
    </message>
    <message>
        <source>The layer “{name}” ({kind}) cannot be trained in a stack.</source>
        <translation>层“{name}”（{kind}）不能成组训练。</translation>
    </message>
    <message>
        <source>Network {number} of the stack differs from the first one in more than numbers.</source>
        <translation>组中第 {number} 个网络与第一个网络的差别不只是数值。</translation>
    </message>
    <message>
        <source>A dot is not a digit yet: keep drawing.</source>
        <translation>一个点还不是数字：请接着写。</translation>
    </message>
    <message>
        <source>A drawing must be a grey picture: rows and columns of numbers.</source>
        <translation>手写图必须是灰度图：由数组成的行和列。</translation>
    </message>
    <message>
        <source>Unknown feature “{name}”. Choose from: {choices}.</source>
        <translation>没有特征“{name}”。可选：{choices}。</translation>
    </message>
    <message>
        <source>“{formula}” has no value, or one larger than {most}, at x1 = {x1}, x2 = {x2}; an input needs a value everywhere from -6 to 6.</source>
        <translation>“{formula}”在 x1 = {x1}、x2 = {x2} 处没有值，或超过 {most}；输入在 -6 到 6 之间处处都要有值。</translation>
    </message>
    <message>
        <source>A network cannot learn from inputs of shape {shape} with {classes} classes.</source>
        <translation>形状为 {shape}、有 {classes} 个类别的输入无法用于学习。</translation>
    </message>
    <message>
        <source>This network came without data: choose data that fit it (inputs: {inputs}, outputs: {outputs}).</source>
        <translation>此网络没有自带数据：请选择适合它的数据（输入：{inputs}，输出：{outputs}）。</translation>
    </message>
    <message>
        <source>“{file}” has changed since it was chosen: open it again.</source>
        <translation>“{file}”的内容与选择时不同：请重新打开。</translation>
    </message>
    <message>
        <source>“{file}” has classes in its test part that are missing from its training part.</source>
        <translation>“{file}”的测试部分含有训练部分没有的类别。</translation>
    </message>
    <message>
        <source>“{file}”: y has only one class; two or more are needed.</source>
        <translation>“{file}”：y 只有一个类别；至少要有两个类别才能区分。</translation>
    </message>
    <message>
        <source>“{file}” of {title} could not be downloaded ({reasons}). Check the internet connection. Without one, use generated digits, or open a folder that has the files.</source>
        <translation>无法下载 {title} 的“{file}”（{reasons}）。是否已连接互联网？没有网络时，可以使用生成的数字，或打开已有这些文件的文件夹。</translation>
    </message>
    <message>
        <source>Nothing is drawn yet: draw a digit first.</source>
        <translation>还没有画任何东西：请先画一个数字。</translation>
    </message>
    <message>
        <source>“{file}” has {found} elements; nnplay reads at most {most} from one file.</source>
        <translation>“{file}”声明有 {found} 个元素；nnplay 从一个文件中最多读取 {most} 个。</translation>
    </message>
    <message>
        <source>“{file}” is longer than the {expected} elements stated in its header: the header or the file is damaged.</source>
        <translation>“{file}”的文件头声明有 {expected} 个元素，其后却还有内容：文件头或文件已损坏。</translation>
    </message>
    <message>
        <source>The folder “{folder}” has no MNIST files. Expected: {names}, each with or without .gz.</source>
        <translation>文件夹“{folder}”中没有 MNIST 文件：已查找 {names}，以及末尾加 .gz 的同名文件。</translation>
    </message>
    <message>
        <source>The folder “{folder}” is missing {names} (or the same with .gz): put it beside the other files.</source>
        <translation>文件夹“{folder}”中缺少 {names}（或末尾加 .gz 的同名文件）：请把它和其他文件放在一起。</translation>
    </message>
    <message>
        <source>“{images}” holds {n_images} pictures but “{labels}” {n_labels} labels: they do not match.</source>
        <translation>“{images}”中有 {n_images} 张图片，而“{labels}”中有 {n_labels} 个标签：它们不匹配。</translation>
    </message>
    <message>
        <source>“{file}” has the label {found} at position {place}; digits are 0 to 9.</source>
        <translation>“{file}”中第 {place} 个位置的标签是 {found}；数字应为 0 到 9。</translation>
    </message>
    <message>
        <source>Between 1 and {rows} rows can be typed in, with 1 to {columns} numbers each.</source>
        <translation>输入的行应为 1 至 {rows} 行，每行 1 至 {columns} 个数。</translation>
    </message>
    <message>
        <source>Row {row} is not as long as the others, or has something that is not a number.</source>
        <translation>第 {row} 行与其他行长度不同，或含有不是数的内容。</translation>
    </message>
    <message>
        <source>A class is one number: each row needs exactly one answer.</source>
        <translation>类别是一个数：每行只有一个答案。</translation>
    </message>
    <message>
        <source>The “)” at position {place} has no matching “(”.</source>
        <translation>第 {place} 个字符处的“)”没有对应的左括号。</translation>
    </message>
    <message>
        <source>Too many nested parentheses, signs or exponents at position {place}.</source>
        <translation>第 {place} 个字符处的数太大。</translation>
    </message>
    <message>
        <source>The number at position {place} is too large.</source>
        <translation>第 {place} 个字符处的数太大。</translation>
    </message>
    <message>
        <source>Unknown name “{name}” at position {place}. Choose from: {choices}.</source>
        <translation>第 {place} 个字符处的“{name}”无法识别。可用的有：{choices}。</translation>
    </message>
    <message>
        <source>“{name}” at position {place} is a function: write its argument in parentheses, {name}(…).</source>
        <translation>第 {place} 个字符处的“{name}”是函数：请把自变量写在括号里，即 {name}(…)。</translation>
    </message>
    <message>
        <source>“{name}” at position {place} takes {expected} number(s), not {found}.</source>
        <translation>第 {place} 个字符处的“{name}”需要 {expected} 个数，而不是 {found} 个。</translation>
    </message>
    <message>
        <source>The “(” at position {place} is never closed.</source>
        <translation>第 {place} 个字符处的“(”没有右括号。</translation>
    </message>
    <message>
        <source>A number or a name is missing at position {place}, before “{found}”.</source>
        <translation>第 {place} 个字符处、“{found}”之前缺少一个数或名称。</translation>
    </message>
    <message>
        <source>A sign such as + or * is missing at position {place}, before “{found}”.</source>
        <translation>第 {place} 个字符处、“{found}”之前缺少 + 或 * 之类的运算符。</translation>
    </message>
    <message>
        <source>“{file}” is damaged or not an .npz file: {reason}.</source>
        <translation>“{file}”已损坏或不是 .npz 文件：{reason}。</translation>
    </message>
    <message>
        <source>it states more bytes than it can hold</source>
        <translation>所声明的字节数超出文件所能容纳的</translation>
    </message>
    <message>
        <source>{name} continues after its end</source>
        <translation>{name} 的末尾之后还有多余内容</translation>
    </message>
    <message>
        <source>an array has an unknown format version</source>
        <translation>某个数组的版本未知</translation>
    </message>
    <message>
        <source>“{file}”: arrays of the shapes {one} and {other} do not match.</source>
        <translation>“{file}”：形状为 {one} 和 {other} 的数组不匹配。</translation>
    </message>
    <message>
        <source>“{file}” is damaged or not a picture that can be read.</source>
        <translation>“{file}”已损坏，或不是可以读取的图片。</translation>
    </message>
    <message>
        <source>A table needs one column to predict and at least one input column: choose their roles.</source>
        <translation>表格需要一个预测目标列和至少一个输入列：请选择各列的用途。</translation>
    </message>
    <message>
        <source>The column “{column}” has {found} class(es), which does not fit its role.</source>
        <translation>列“{column}”有 {found} 个类别，与其用途不符。</translation>
    </message>
    <message>
        <source>A table of {found} bytes is too large to be stored in a project; the limit is {most}.</source>
        <translation>{found} 字节的表格不能存入项目；最多 {most} 字节。</translation>
    </message>
    <message>
        <source>“{file}” has {found} columns; {expected} are expected: open it again.</source>
        <translation>“{file}”有 {found} 列，应为 {expected} 列：请重新打开。</translation>
    </message>
    <message>
        <source>The column “{column}” has different categories than before.</source>
        <translation>列“{column}”的类别与之前不同。</translation>
    </message>
    <message>
        <source>No table is chosen: open the CSV file that this network should learn from.</source>
        <translation>尚未选择表格：请打开这个网络要学习的 CSV 文件。</translation>
    </message>
    <message>
        <source>“{column}” has a category twice.</source>
        <translation>“{column}”的某个类别出现了两次。</translation>
    </message>
    <message>
        <source>The column “{column}” has no mean or median: rows without a category can only be left out.</source>
        <translation>列“{column}”没有均值或中位数：缺少类别的行会被略去。</translation>
    </message>
    <message>
        <source>“{file}” is larger than {most} GB: split it, or use only part of its rows.</source>
        <translation>“{file}”超过 {most} GB：请拆分，或只取部分行。</translation>
    </message>
    <message>
        <source>“{file}” is compressed (zip, gzip or a spreadsheet): unpack it, or save it as CSV first.</source>
        <translation>“{file}”是压缩文件或电子表格：请先解压，或另存为 CSV。</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the quotes do not match. Correct the line, or choose other quotes.</source>
        <translation>“{file}”第 {line} 行：引号不匹配。请更正，或选择其他引号。</translation>
    </message>
    <message>
        <source>“{file}”, line {line} is longer than {most} characters. Is this a text table?</source>
        <translation>“{file}”第 {line} 行：超过 {most} 个字符。这是文本表格吗？</translation>
    </message>
    <message>
        <source>“{file}”, after line {line}: the text is not encoded in {encoding}. Choose another encoding.</source>
        <translation>“{file}”第 {line} 行之后：不是 {encoding} 编码。请选择其他编码。</translation>
    </message>
    <message>
        <source>“{file}”, after line {line}: there are zero bytes. The file is not text, or has another encoding.</source>
        <translation>“{file}”第 {line} 行之后：含有零字节。它不是文本，或是其他编码。</translation>
    </message>
    <message>
        <source>“{file}”, row {row} has {found} cells, the first row has {expected}. Correct it, or choose another separator or other quotes.</source>
        <translation>“{file}”第 {row} 行：有 {found} 个单元格，而首行有 {expected} 个。请更正，或选择其他分隔符或引号。</translation>
    </message>
    <message>
        <source>that is not a web address</source>
        <translation>不是网址</translation>
    </message>
    <message>
        <source>The formula is empty. Type, for example, sin(3*{name}).</source>
        <translation>公式是空的。例如输入 sin(3*{name})。</translation>
    </message>
    <message>
        <source>The formula has {found} characters; at most {most} are allowed.</source>
        <translation>公式有 {found} 个字符；最多 {most} 个。</translation>
    </message>
    <message>
        <source>“{found}” at position {place} has no meaning in a formula.</source>
        <translation>第 {place} 个字符处的“{found}”在公式中没有意义。</translation>
    </message>
    <message>
        <source>{points} points with {labels} labels are not valid data: 1 to {most} points are allowed, each with a label.</source>
        <translation>{points} 个点和 {labels} 个标签不能作为数据：可以有 1 至 {most} 个。</translation>
    </message>
    <message>
        <source>{point} is not a point: a point is two numbers, at most {most} in size.</source>
        <translation>{point} 不是点：点是两个不超过 {most} 的数。</translation>
    </message>
    <message>
        <source>Data of several classes must name them, 2 to {most}; all others must not.</source>
        <translation>多类数据要给出 2 至 {most} 个类别的名称；其他数据不给。</translation>
    </message>
    <message>
        <source>{label} is not a valid label here.</source>
        <translation>{label} 在这里不能作为标签。</translation>
    </message>
    <message>
        <source>“{file}” has changed since it was chosen: open it again to see what is in it now.</source>
        <translation>“{file}”在选择之后有改动：请重新打开，看看现在的内容。</translation>
    </message>
    <message>
        <source>“{file}” has more than {most} numbers: ignore some columns, or use only part of its rows.</source>
        <translation>“{file}”超过 {most} 个数：请忽略一些列，或只取部分行。</translation>
    </message>
    <message>
        <source>“{file}” has no complete row: fill missing numbers with the mean, or ignore the columns with missing values.</source>
        <translation>“{file}”没有一行是完整的：请用均值填补缺失值，或忽略有缺失的列。</translation>
    </message>
    <message>
        <source>A row needs {expected} values: {names}.</source>
        <translation>这里一行有 {expected} 个值：{names}。</translation>
    </message>
    <message>
        <source>The value of “{column}” is missing, and missing values of this column are not filled in.</source>
        <translation>“{column}”的值缺失，也没有设定填补的值。</translation>
    </message>
    <message>
        <source>The column “{column}” has no numbers in the training part: ignore it.</source>
        <translation>列“{column}”在训练部分没有数：请忽略这一列。</translation>
    </message>
    <message>
        <source>“{cell}” in row {row} of the column “{column}” is not one of its categories: {choices}.</source>
        <translation>列“{column}”第 {row} 行的“{cell}”不属于它的类别：{choices}。</translation>
    </message>
    <message>
        <source>“{cell}” in row {row} of the column “{column}” is not a usable number. Correct it, empty the cell, or ignore the column.</source>
        <translation>列“{column}”第 {row} 行的“{cell}”不是可用的数。请更正、清空该单元格，或忽略这一列。</translation>
    </message>
    <message>
        <source>“{file}” no longer has row {row}: open it again.</source>
        <translation>“{file}”已没有第 {row} 行：请重新打开。</translation>
    </message>
    <message>
        <source>“{file}” has no input column: a column of numbers, or of a few categories.</source>
        <translation>“{file}”没有可作输入的列：数，或少量类别。</translation>
    </message>
    <message>
        <source>“{file}” has no column to predict: a column of different numbers, or of two or more classes.</source>
        <translation>“{file}”没有可预测的列：应为各不相同的数，或两个以上的类别。</translation>
    </message>
    <message>
        <source>The drawings in the project are damaged, or there are not 1 to {most} of them.</source>
        <translation>项目中的手写图已损坏；可保存 1 到 {most} 幅。</translation>
    </message>
    <message>
        <source>The network has no {part}: it may have been removed.</source>
        <translation>网络里没有{part}：它可能已被移除。</translation>
    </message>
    <message>
        <source>bias of {neuron}</source>
        <translation>{neuron}的偏置</translation>
    </message>
    <message>
        <source>weight from {source} to {neuron}</source>
        <translation>从 {source} 到 {neuron}的权重</translation>
    </message>
    <message>
        <source>{array} of {layer}</source>
        <translation>{layer} 的 {array}</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>{layer} 层</translation>
    </message>
    <message>
        <source>input {number}</source>
        <translation>第 {number} 个输入</translation>
    </message>
    <message>
        <source>channel {number} of {layer}</source>
        <translation>{layer} 的第 {number} 个通道</translation>
    </message>
    <message>
        <source>neuron {number} of {layer}</source>
        <translation>{layer} 的第 {number} 个神经元</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>它太大了</translation>
    </message>
    <message>
        <source>it has no description of a Keras model</source>
        <translation>其中没有 Keras 模型的描述</translation>
    </message>
    <message>
        <source>it has no “{name}” in it</source>
        <translation>其中没有“{name}”</translation>
    </message>
    <message>
        <source>it has no weights by layers</source>
        <translation>其中没有按层存放的权重</translation>
    </message>
    <message>
        <source>it has no weights for “{layer}”</source>
        <translation>其中没有“{layer}”的权重</translation>
    </message>
    <message>
        <source>it has no array “{name}”</source>
        <translation>其中没有数组“{name}”</translation>
    </message>
    <message>
        <source>it does not say how many numbers an example has</source>
        <translation>它没有说明一个样本有几个数</translation>
    </message>
    <message>
        <source>it has more than one input or output</source>
        <translation>它有不止一个输入或输出</translation>
    </message>
    <message>
        <source>its layers do not form a graph that can be computed</source>
        <translation>它的层不构成可以计算的图</translation>
    </message>
    <message>
        <source>The layer “{layer}” ({kind}) cannot be read: {reason}.</source>
        <translation>无法读取“{layer}”层（{kind}）：{reason}。</translation>
    </message>
    <message>
        <source>{layer}: {note}.</source>
        <translation>{layer}：{note}。</translation>
    </message>
    <message>
        <source>the file has no {name} for it</source>
        <translation>文件中没有它的 {name}</translation>
    </message>
    <message>
        <source>The file has no {name} for the layer “{layer}”.</source>
        <translation>文件中没有“{layer}”层的 {name}。</translation>
    </message>
    <message>
        <source>it has more parts than any model</source>
        <translation>其组成部分多于任何模型</translation>
    </message>
    <message>
        <source>it has values that are neither numbers nor text</source>
        <translation>其中有既不是数也不是文本的值</translation>
    </message>
    <message>
        <source>the numbers of one of its arrays are in another file</source>
        <translation>其中一个数组的数在另一个文件中</translation>
    </message>
    <message>
        <source>The optimizer&apos;s {name} was left out.</source>
        <translation>优化器的 {name} 已略去。</translation>
    </message>
    <message>
        <source>its model is a “{kind}”, which only its own program can build</source>
        <translation>其模型是“{kind}”，只有它自己的程序才能构建</translation>
    </message>
    <message>
        <source>two of its layers have the name “{name}”</source>
        <translation>其中有两层都叫“{name}”</translation>
    </message>
    <message>
        <source>its layer “{name}” is used several times, with the same weights</source>
        <translation>其中“{name}”层以相同的权重使用了多次</translation>
    </message>
    <message>
        <source>the description of its layers makes no sense</source>
        <translation>其层的描述没有意义</translation>
    </message>
    <message>
        <source>{name} = {value} was left out</source>
        <translation>{name} = {value} 已略去</translation>
    </message>
    <message>
        <source>its settings make no sense</source>
        <translation>其设置没有意义</translation>
    </message>
    <message>
        <source>The input cannot be removed: it is where the data enter the network.</source>
        <translation>输入层不能移除：数据从这里进入网络。</translation>
    </message>
    <message>
        <source>The layer “{layer}” was not changed: {reason}</source>
        <translation>层“{layer}”保持不变：{reason}</translation>
    </message>
    <message>
        <source>“{file}” is not a pen drawing. Expected: JSON with a list of strokes, each a list of points [x, y].</source>
        <translation>“{file}”不是笔迹文件：应为 JSON，内容是笔画列表，每一笔是点 [x, y] 的列表。</translation>
    </message>
    <message>
        <source>“{target}” takes only one input and already has one: choose how to join the two.</source>
        <translation>“{target}”只接受一个输入，而且已经有了：请说明两者如何合并。</translation>
    </message>
    <message>
        <source>“{target}” needs its input: draw another link to it, which then replaces this one.</source>
        <translation>“{target}”需要输入：请先画另一条连接来代替这一条。</translation>
    </message>
    <message>
        <source>There is only one layer before this position: {kind} needs two.</source>
        <translation>这个位置之前只有一层：{kind} 需要两层。</translation>
    </message>
    <message>
        <source>“{layer}” has several inputs, or none: it cannot be moved to another link.</source>
        <translation>“{layer}”有多个输入或没有输入：不能移动到别处。</translation>
    </message>
    <message>
        <source>“{layer}” cannot be moved: “{other}” depends on it.</source>
        <translation>没有“{layer}”就没有“{other}”：它留在原处。</translation>
    </message>
    <message>
        <source>The input cannot be replaced: it is where the data enter the network.</source>
        <translation>输入层不接受连接：数据从这里进入网络。</translation>
    </message>
    <message>
        <source>No link can lead to the input: it is where the data enter the network.</source>
        <translation>输入层不能移除：数据从这里进入网络。</translation>
    </message>
    <message>
        <source>“{source}” already feeds “{target}”.</source>
        <translation>“{source}”已经连接到“{target}”。</translation>
    </message>
    <message>
        <source>“{target}” comes before “{source}”: a link back would make a circle, and numbers flow only one way.</source>
        <translation>“{target}”在“{source}”之前：往回连接会形成环，而数据只能单向流动。</translation>
    </message>
    <message>
        <source>Without its link to “{target}”, the layer “{source}” would lead nowhere.</source>
        <translation>去掉到“{target}”的连接后，层“{source}”就没有去向了。</translation>
    </message>
    <message>
        <source>The project is too large for a line of text: send its file instead.</source>
        <translation>项目太大，无法写成一行文本：请发送文件。</translation>
    </message>
    <message>
        <source>The text is damaged or not an nnplay project: copy the whole line again.</source>
        <translation>文本已损坏，或不是 nnplay 的项目：请重新复制整行。</translation>
    </message>
    <message>
        <source>{n_rows} × {n_columns} numbers do not fit here: from this cell there are only {room_rows} rows and {room_columns} columns.</source>
        <translation>{n_rows} × {n_columns} 个数放不下：从这个单元格起只有 {room_rows} 行、{room_columns} 列。</translation>
    </message>
    <message>
        <source>The layer “{layer}” has no weights to draw.</source>
        <translation>“{layer}”层没有可以抽取的权重。</translation>
    </message>
    <message>
        <source>There are no numbers here: copy or choose a table of numbers.</source>
        <translation>没有数字：请复制或选择一个数字表格。</translation>
    </message>
    <message>
        <source>This network has too many equations: it needs {count} multiplications.</source>
        <translation>这个网络的全部等式太多了：它要做 {count} 次乘法。</translation>
    </message>
    <message>
        <source>Nudging each of {count} weights would take too long: use a network with at most {most}.</source>
        <translation>逐个扰动 {count} 个权重太费时间：请选择权重不超过 {most} 个的网络。</translation>
    </message>
    <message>
        <source>A worksheet with {count} lines would be too long: use a network of a few neurons.</source>
        <translation>练习题会有 {count} 行，太长了：请选择只有几个神经元的网络。</translation>
    </message>
    <message>
        <source>A project hides “{name}”, which is not one of: {choices}.</source>
        <translation>项目隐藏了“{name}”，它不是以下任何一项：{choices}。</translation>
    </message>
    <message>
        <source>Names of panels and teachers may have at most {most} printable characters.</source>
        <translation>面板和教师的名称最多 {most} 个可打印字符。</translation>
    </message>
    <message>
        <source>The input “{layer}” has the shape {found}, but the data have {expected}: choose other data.</source>
        <translation>输入层“{layer}”的形状为 {found}；数据需要 {expected}：请更换数据。</translation>
    </message>
    <message>
        <source>The data need {expected} output(s) per example; with “{layer}” at its end the network would give the shape {found}.</source>
        <translation>按数据的要求，网络最后必须为每个样本给出 {expected} 个数；若以“{layer}”结尾，输出的形状会是 {found}。</translation>
    </message>
    <message>
        <source>The loss “{loss}” does not fit these data. Choose one of: {choices}.</source>
        <translation>损失函数“{loss}”不适用于这些数据。可选：{choices}。</translation>
    </message>
    <message>
        <source>These data need a network that ends in a Dense layer: add one after “{layer}” first.</source>
        <translation>这些数据要求网络以全连接层（Dense）结尾：请先在“{layer}”后面放一个。</translation>
    </message>
    <message>
        <source>Choose the layers to copy; the input cannot be copied.</source>
        <translation>请选择要复制的层；输入层不能复制。</translation>
    </message>
    <message>
        <source>The clipboard holds no layers of nnplay.</source>
        <translation>剪贴板中的内容不是 nnplay 的层。</translation>
    </message>
    <message>
        <source>The copied layers have several ends ({names}): copy a part with a single end.</source>
        <translation>复制的层有多个终点（{names}）：请复制只有一个终点的部分。</translation>
    </message>
    <message>
        <source>The position in the lesson is not valid.</source>
        <translation>课程中的位置无效。</translation>
    </message>
    <message>
        <source>Layers and links are locked by a lesson or a teacher. Unlock them in File &gt; For a class…</source>
        <translation>层和连接已被课程或教师锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>Weights and biases are locked by a lesson or a teacher. Unlock them in File &gt; For a class…</source>
        <translation>权重和偏置已被课程或教师锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>The choice of data is locked by a lesson or a teacher. Unlock it in File &gt; For a class…</source>
        <translation>数据的选择已被课程或教师锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>The training settings are locked by a lesson or a teacher. Unlock them in File &gt; For a class…</source>
        <translation>训练已被课程或教师锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>Training is locked by a lesson or a teacher. Unlock it in File &gt; For a class…</source>
        <translation>训练已被课程或教师锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>This is locked by a lesson or a teacher. Unlock it in File &gt; For a class…</source>
        <translation>此项已被课程或教师锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>Layers and links are locked by {teacher}. Unlock them in File &gt; For a class…</source>
        <translation>层和连接已由{teacher}锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>Weights and biases are locked by {teacher}. Unlock them in File &gt; For a class…</source>
        <translation>权重和偏置已由{teacher}锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>The choice of data is locked by {teacher}. Unlock it in File &gt; For a class…</source>
        <translation>数据的选择已由{teacher}锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>The training settings are locked by {teacher}. Unlock them in File &gt; For a class…</source>
        <translation>训练已由{teacher}锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>Training is locked by {teacher}. Unlock it in File &gt; For a class…</source>
        <translation>训练已由{teacher}锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>This is locked by {teacher}. Unlock it in File &gt; For a class…</source>
        <translation>此项已由{teacher}锁定；可在“文件 &gt; 课堂设置…”中解锁。</translation>
    </message>
    <message>
        <source>At most {most} single weights can be marked: choose neurons or a layer instead.</source>
        <translation>最多可标记 {most} 个单独的权重：请选择神经元或整层。</translation>
    </message>
    <message>
        <source>It belongs to {part}, which is marked as a whole: unmark that first.</source>
        <translation>它属于被整体标记的 {part}：请先解除对后者的标记。</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Type, for example, 0.25, 2e-3 or 1/3.</source>
        <translation>“{text}”不是数。请输入例如 0.25、2e-3 或 1/3。</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>what was written reads back otherwise; the disk may be damaged</source>
        <translation>写入的内容读回后不一致，磁盘可能已损坏</translation>
    </message>
    <message>
        <source>Nothing was written: {files} would be replaced. Choose another folder, or agree to replacing what is there.</source>
        <translation>没有写入任何内容：{files} 会被覆盖。请选择其他文件夹，或同意覆盖已有的文件。</translation>
    </message>
    <message>
        <source>{setting} is “{value}”, which is unknown. Choose one of: {choices}.</source>
        <translation>{setting} 的值为“{value}”，没有这个选项。可选：{choices}。</translation>
    </message>
    <message>
        <source>Training stopped: by step {step} (epoch {epoch}) weights of the layer “{layer}” had grown without bound. The last good weights are kept; try a lower learning rate.</source>
        <translation>训练已停止：到第 {step} 步（第 {epoch} 轮）时，层“{layer}”的权重已大到失控。已保留最后一组正常的权重；请试用更小的学习率。</translation>
    </message>
    <message>
        <source>{name} must hold numbers; these are of the type {type}.</source>
        <translation>{name} 中必须是数；这些的类型是 {type}。</translation>
    </message>
    <message>
        <source>Given weights must be rows of equal length.</source>
        <translation>列出的权重各行长度必须相同。</translation>
    </message>
    <message>
        <source>Binary cross-entropy needs targets from 0 to 1; these are between {least} and {most}.</source>
        <translation>二元交叉熵要求目标值在 0 到 1 之间；现在的目标值在 {least} 到 {most} 之间。</translation>
    </message>
    <message>
        <source>The data have {targets} target(s) per example, but the network has {outputs} output(s).</source>
        <translation>数据的每个样本有 {targets} 个目标值，网络却有 {outputs} 个输出。</translation>
    </message>
    <message>
        <source>The layer “{name}” gets its input from “{source}”, which does not come before it: a network has no circles from its input to its output.</source>
        <translation>层“{name}”的输入来自“{source}”，但后者不在它之前：网络从输入到输出，不能有环。</translation>
    </message>
    <message>
        <source>A network needs exactly one Input layer; this one has {found}.</source>
        <translation>网络必须恰好有一个输入层（Input）；这个网络有 {found} 个。</translation>
    </message>
    <message>
        <source>A network needs exactly one output; these layers lead nowhere: {names}.</source>
        <translation>网络必须恰好有一个输出；这些层没有去向：{names}。</translation>
    </message>
    <message>
        <source>With the layer “{name}” ({shape}) one example would take more than {most} numbers: choose a smaller layer.</source>
        <translation>有了层“{name}”（{shape}），一个样本会变成超过 {most} 个数：请选择小一些的层。</translation>
    </message>
    <message>
        <source>A skipped layer passes its input through: use it again before changing its settings.</source>
        <translation>已跳过的层让数据直接通过：请先恢复它，再进行设置。</translation>
    </message>
    <message>
        <source>it is not a zip archive, or a damaged one</source>
        <translation>不是 zip 压缩文件，或已损坏</translation>
    </message>
    <message>
        <source>its content makes no sense</source>
        <translation>内容无法解读</translation>
    </message>
    <message>
        <source>A map of single inputs needs Dense layers after the input; “{name}” is {kind}.</source>
        <translation>单个输入的图像要求输入层后面是全连接层（Dense）；而“{name}”是 {kind}。</translation>
    </message>
    <message>
        <source>Only inputs of equal shape can be added, not {shapes}.</source>
        <translation>只有形状相同才能相加，{shapes} 不行。</translation>
    </message>
    <message>
        <source>Dense takes a row of numbers, not the shape {shape}: add a Flatten layer before it.</source>
        <translation>全连接层（Dense）接收一行数，不接收形状 {shape}：请在它前面放一个展平层（Flatten）。</translation>
    </message>
    <message>
        <source>A batch of {size} examples, each with {n} numbers on its way through the network, does not fit into memory: choose a smaller batch size.</source>
        <translation>一批 {size} 个样本、每个样本在网络中产生 {n} 个数，内存放不下：请减小批大小。</translation>
    </message>
    <message>
        <source>This network reads pictures other than handwritten digits.</source>
        <translation>这个网络读取的不是手写数字图片。</translation>
    </message>
    <message>
        <source>Only the numbers of a table can be scaled. Leave out --scale.</source>
        <translation>只有表格中的数可以缩放：请去掉 --scale。</translation>
    </message>
    <message>
        <source>A lesson refers to an unknown {kind} “{name}”. Choose from: {choices}.</source>
        <translation>课程提到的 {kind}“{name}”不存在，只有：{choices}。</translation>
    </message>
    <message>
        <source>A lesson needs at least one step, and every step needs its own name.</source>
        <translation>课程需要步骤，而且每一步都要有自己的名字。</translation>
    </message>
    <message>
        <source>A lesson locks an unknown control “{name}”. Choose from: {choices}.</source>
        <translation>课程锁定了“{name}”，但只能锁定：{choices}。</translation>
    </message>
    <message>
        <source>The text “{language}” refers to a step “{step}” that does not exist.</source>
        <translation>文本“{language}”提到了不存在的步骤“{step}”。</translation>
    </message>
    <message>
        <source>The text “{language}” is missing the step “{step}”.</source>
        <translation>文本“{language}”缺少步骤“{step}”的内容。</translation>
    </message>
    <message>
        <source>“{where}” must begin with “# ” and a title.</source>
        <translation>“{where}”没有以“# ”加标题开头。</translation>
    </message>
    <message>
        <source>In “{where}” the step “{step}” has an unknown part “{part}”. Choose from: {parts}.</source>
        <translation>“{where}”的步骤“{step}”中有“{part}”部分；只能有：{parts}。</translation>
    </message>
    <message>
        <source>The data are still loading. Wait a moment.</source>
        <translation>数据尚未载入，请稍候。</translation>
    </message>
    <message>
        <source>it is not a lesson file</source>
        <translation>不是课程文件</translation>
    </message>
    <message>
        <source>{code} is not a language code</source>
        <translation>{code} 不是语言代码</translation>
    </message>
    <message>
        <source>{format} can only be drawn with Qt installed. Choose svg.</source>
        <translation>只有装有 Qt 的机器才能绘制 {format}：请选择 svg。</translation>
    </message>
    <message>
        <source>There is no example {number}. Training examples are numbered 0 to {last}.</source>
        <translation>没有编号为 {number} 的样本：训练数据的编号是 0 到 {last}。</translation>
    </message>
    <message>
        <source>“{file}” cannot be saved: its folder does not exist, or it is a folder itself.</source>
        <translation>无法保存“{file}”：它所在的文件夹不存在，或者它本身就是文件夹。</translation>
    </message>
    <message>
        <source>The model takes examples of shape {found} and outputs {outputs} number(s); the data have {expected} and {targets}.</source>
        <translation>模型取形状为 {found} 的样本，给出 {outputs} 个数；而数据是 {expected} 和 {targets}。</translation>
    </message>
    <message>
        <source>Nudging each weight is for a short chain of Dense layers with at most {most} weights, none of them muted and no column scaled.</source>
        <translation>逐个扰动权重只适合一小串全连接层：最多 {most} 个权重，没有屏蔽的权重，也没有缩放的列。</translation>
    </message>
    <message>
        <source>“{file}” is not a model that nnplay can read: these end in {endings}.</source>
        <translation>“{file}”不是 nnplay 能读取的模型：模型文件以 {endings} 结尾。</translation>
    </message>
    <message>
        <source>The code cannot be read as a model: {reason}.</source>
        <translation>无法将代码作为模型读取：{reason}。</translation>
    </message>
    <message>
        <source>A network starts with its input. Place the layer to the right of it.</source>
        <translation>网络从输入层开始：请把这一层放在输入层的右边。</translation>
    </message>
    <message>
        <source>{kind} joins two layers. Place it on a link between layers.</source>
        <translation>{kind} 用来合并两个层：请放在两层之间的连接上。</translation>
    </message>
    <message>
        <source>Nothing is swept: add --over NAME=VALUES, or --seeds N; --axes lists the names.</source>
        <translation>没有要扫描的内容：请加上 --over NAME=VALUES 或 --seeds N；--axes 列出可用的名称。</translation>
    </message>
    <message>
        <source>A picture of a sweep is an SVG file: name it FILE.svg.</source>
        <translation>扫描的图是 SVG 文件：请命名为 FILE.svg。</translation>
    </message>
    <message>
        <source>A network can have 0 to {most} hidden layers, not {value}.</source>
        <translation>网络可以有 0 到 {most} 个隐藏层，不能是 {value} 个。</translation>
    </message>
    <message>
        <source>{optimizer} has no {name}.</source>
        <translation>{optimizer} 没有 {name}。</translation>
    </message>
    <message>
        <source>This project has no “{name}” to sweep; --axes lists what it has.</source>
        <translation>这个项目没有可扫描的“{name}”；--axes 列出可用的名称。</translation>
    </message>
    <message>
        <source>{name} is swept twice.</source>
        <translation>{name} 被扫描了两次。</translation>
    </message>
    <message>
        <source>{name} has an interval, from which numbers are drawn: add --random N or --sobol N.</source>
        <translation>{name} 是一个区间，要从中抽取数值：请加上 --random N 或 --sobol N。</translation>
    </message>
    <message>
        <source>This sweep would train {n} networks; more than {most} are trained only if asked for: --most-cells {n}.</source>
        <translation>这次扫描要训练 {n} 个网络；超过 {most} 个时需要明确要求：--most-cells {n}。</translation>
    </message>
    <message>
        <source>The cell {cell} is impossible: {reason}</source>
        <translation>组合 {cell} 不可行：{reason}</translation>
    </message>
    <message>
        <source>The cell {cell} is impossible: a network learns from 1 example or more.</source>
        <translation>组合 {cell} 不可行：网络至少要从 1 个样本学习。</translation>
    </message>
    <message>
        <source>“{text}” has no values, or an empty one: write {name}=VALUE,VALUE.</source>
        <translation>“{text}”没有取值，或有空的取值：请写成 {name}=VALUE,VALUE。</translation>
    </message>
    <message>
        <source>The interval {text} of {name} is empty: the lower number comes first.</source>
        <translation>{name} 的区间 {text} 是空的：较小的数写在前面。</translation>
    </message>
    <message>
        <source>{name} has the value {value} twice.</source>
        <translation>{name} 的取值 {value} 出现了两次。</translation>
    </message>
    <message>
        <source>This project has no “{name}” to sweep. Did you mean: {nearest}?</source>
        <translation>这个项目没有可扫描的“{name}”。你是不是想用：{nearest}？</translation>
    </message>
    <message>
        <source>{name} takes whole numbers, not {value}.</source>
        <translation>{name} 只能取整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>A value of {name} is wrong: {reason}</source>
        <translation>{name} 的一个取值有误：{reason}</translation>
    </message>
    <message>
        <source>Dask is not installed here. Install it with: pip install “nnplay[dask]”</source>
        <translation>这里没有安装 Dask。安装命令：pip install “nnplay[dask]”</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {address} ({reason}). Start one with “dask scheduler”, and workers with “dask worker ADDRESS”.</source>
        <translation>{address} 没有 Dask 调度器应答（{reason}）。请用“dask scheduler”启动调度器，用“dask worker ADDRESS”启动工作进程。</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} has no workers: start some with “dask worker {address}”.</source>
        <translation>{address} 的 Dask 调度器没有工作进程：请用“dask worker {address}”启动。</translation>
    </message>
    <message>
        <source>There are only {all} training examples, so {n} cannot be taken from them.</source>
        <translation>训练样本只有 {all} 个，无法取出 {n} 个。</translation>
    </message>
    <message>
        <source>it is a pickle of an old PyTorch: load and save the state dict there anew</source>
        <translation>它是旧版 PyTorch 的 pickle：请在那里重新加载并保存 state dict</translation>
    </message>
    <message>
        <source>The weights do not fit the network, first at its layer “{layer}” and “{place}” of the file. The file has {given}; the network needs {needed}.</source>
        <translation>这些权重与网络不符，最先在网络的“{layer}”层和文件的“{place}”处。文件中有 {given}；网络需要 {needed}。</translation>
    </message>
    <message>
        <source>its pickle has the instruction {name}, which no state dict needs</source>
        <translation>其 pickle 含有 state dict 不需要的指令 {name}</translation>
    </message>
    <message>
        <source>it asks for “{name}”, which only running its program would give: save model.state_dict() there, and nothing else</source>
        <translation>它要用到“{name}”，这只有运行它的程序才能得到：请在那里只保存 model.state_dict()</translation>
    </message>
    <message>
        <source>an array is {type} of shape {found}, not numbers of shape {shape}</source>
        <translation>某个数组的类型是 {type}，形状是 {found}，而应为形状 {shape} 的数</translation>
    </message>
    <message>
        <source>it has weights, but no layers: open a network and read the file as its weights</source>
        <translation>它只有权重，没有层：请把它作为当前网络的权重读取</translation>
    </message>
    <message>
        <source>line {line} is not Python that nnplay understands</source>
        <translation>第 {line} 行不是这里能理解的 Python</translation>
    </message>
    <message>
        <source>it does not build a Sequential or functional Keras model</source>
        <translation>它没有构建 Keras 的 Sequential 或函数式模型</translation>
    </message>
    <message>
        <source>the value of its layer {number} is known only when the program runs</source>
        <translation>其第 {number} 层的构建方式只有运行才能知道</translation>
    </message>
    <message>
        <source>it has more weights than any supported network</source>
        <translation>其权重多于这里的任何网络</translation>
    </message>
    <message>
        <source>the file has more arrays for it than expected</source>
        <translation>文件中它的数组多于它所需的</translation>
    </message>
    <message>
        <source>The {name} of the layer “{layer}” has the shape {found} in the file, or contains a number that is not finite; the expected shape is {expected}.</source>
        <translation>“{layer}”层的 {name} 在文件中的形状是 {found}，或含有不是有限数的值；应为 {expected}。</translation>
    </message>
    <message>
        <source>it is not an HDF5 file, or it is damaged</source>
        <translation>不是 HDF5 文件，或已损坏</translation>
    </message>
    <message>
        <source>one of its arrays is compressed or in pieces; Keras itself writes each in one piece</source>
        <translation>其中有数组被压缩或分块存放：Keras 自己写的每个数组都是一整块</translation>
    </message>
    <message>
        <source>The loss {name} is not available: choose another one.</source>
        <translation>这里没有损失函数 {name}：请选择一个。</translation>
    </message>
    <message>
        <source>The optimizer {name} is not available: choose another one.</source>
        <translation>这里没有优化器 {name}：请选择一个。</translation>
    </message>
    <message>
        <source>The learning rate followed a schedule; its initial value was taken.</source>
        <translation>学习率按计划变化：取其初始值。</translation>
    </message>
    <message>
        <source>its description is longer than any supported network</source>
        <translation>其描述比这里的任何网络都长</translation>
    </message>
    <message>
        <source>the description of its layers is not JSON</source>
        <translation>其层的描述不是 JSON</translation>
    </message>
    <message>
        <source>it has more layers than any supported network</source>
        <translation>其层数多于这里的任何网络</translation>
    </message>
    <message>
        <source>the setting {name} = {value} is not available</source>
        <translation>这里没有设置 {name} = {value}</translation>
    </message>
    <message>
        <source>the layer {kind} is not available</source>
        <translation>这里没有 {kind} 层</translation>
    </message>
    <message>
        <source>This needs the data, and none are loaded yet.</source>
        <translation>这需要数据，而现在还没有数据。</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels is too large. Choose a smaller scale.</source>
        <translation>{width} × {height} 像素的图片太大：请选择较小的缩放。</translation>
    </message>
    <message>
        <source>“{file}” is open in another window. Save under another name.</source>
        <translation>“{file}”已在另一个窗口中打开：请用其他名称保存。</translation>
    </message>
    <message>
        <source>“{file}” is not a file of weights that nnplay can read: {reason}</source>
        <translation>“{file}”不是这里能读取的权重文件：{reason}</translation>
    </message>
    <message>
        <source>The Dask worker {worker} has nnplay {found}, but this computer has {own}: install the same version there.</source>
        <translation>Dask 工作进程 {worker} 上的 nnplay 是 {found}，而这里是 {own}：请在那里安装相同的版本。</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} is lost. What is finished is kept; run the same command again to resume.</source>
        <translation>与 {address} 的 Dask 调度器失去联系。已完成的结果保留着，再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>it is not a PyTorch state dict, or it is damaged</source>
        <translation>不是 PyTorch 的 state dict，或已损坏</translation>
    </message>
    <message>
        <source>Layers that are joined after a flattened picture cannot be matched.</source>
        <translation>在展平的图像之后合并的层无法匹配。</translation>
    </message>
    <message>
        <source>the size of one of its arrays does not match its shape</source>
        <translation>其中一个数组的数的个数与其形状不符</translation>
    </message>
    <message>
        <source>“{folder}” contains other files: choose a new folder, or the folder of this sweep.</source>
        <translation>“{folder}”里有其他文件：请换一个新文件夹，或这次扫描自己的文件夹。</translation>
    </message>
    <message>
        <source>“{folder}” contains the results of another sweep: other axes, another project or other rules. Choose a new folder.</source>
        <translation>“{folder}”里是另一次扫描的结果：坐标轴、项目或规则不同。请换一个新文件夹。</translation>
    </message>
    <message>
        <source>Cannot write to “{folder}”: {reason}. What is finished is kept; run the same command again to resume.</source>
        <translation>无法写入“{folder}”：{reason}。已完成的结果保留着，再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>What the optimizer had gathered is damaged: training goes on with a fresh one.</source>
        <translation>优化器积累的状态已损坏：训练将从新的状态继续。</translation>
    </message>
    <message>
        <source>The curves are damaged: they begin anew.</source>
        <translation>曲线已损坏：将重新开始记录。</translation>
    </message>
    <message>
        <source>The places of the layers are damaged: they are laid out anew.</source>
        <translation>各层的位置已损坏：已重新排列。</translation>
    </message>
    <message>
        <source>Which step of a lesson it was at is damaged.</source>
        <translation>课程进行到哪一步的记录已损坏。</translation>
    </message>
    <message>
        <source>What a class is shown is damaged: everything is shown.</source>
        <translation>课堂显示设置已损坏：将显示全部内容。</translation>
    </message>
    <message>
        <source>The rules for ending a run are damaged: they are as at first.</source>
        <translation>训练结束规则已损坏：已恢复为初始设置。</translation>
    </message>
    <message>
        <source>it could not be opened again</source>
        <translation>它无法再次打开</translation>
    </message>
    <message>
        <source>“{file}” cannot be read or written: {reason}.</source>
        <translation>无法读取或写入“{file}”：{reason}。</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}.</source>
        <translation>无法写入输出：{reason}。</translation>
    </message>
    <message>
        <source>Nothing was written: “{file}” has the ending of {beside}, which is written beside it. Choose a name that ends in .{ending}.</source>
        <translation>没有写入任何内容：“{file}”与同时写入的{beside}扩展名相同。请选择以 .{ending} 结尾的文件名。</translation>
    </message>
    <message>
        <source>Nothing was written: {files} would be replaced. Choose another name, or add --replace to replace what is there.</source>
        <translation>没有写入任何内容：{files} 会被覆盖。请另选文件名，或加上 --replace 以覆盖已有的文件。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be an object of one of these classes: {choices}.</source>
        <translation>{setting} 的值为 {value}；它必须是以下类之一的对象：{choices}。</translation>
    </message>
    <message>
        <source>{setting} is {value}; it must be an object of the class {kind}.</source>
        <translation>{setting} 的值为 {value}；它必须是 {kind} 类的对象。</translation>
    </message>
    <message>
        <source>{name} must be a NumPy array with one row for each example; this is of the type {type}. numpy.array makes an array of a list.</source>
        <translation>{name} 必须是 NumPy 数组，每个样本占一行；现在的类型是 {type}。用 numpy.array 可以把列表变成数组。</translation>
    </message>
    <message>
        <source>Only the answers to a table are written to a file: use --rows.</source>
        <translation>只有对表格的回答才能写入文件：请使用 --rows。</translation>
    </message>
    <message>
        <source>This network reads pictures, not rows of numbers.</source>
        <translation>这个网络读取的是图片，而不是一行行数字。</translation>
    </message>
    <message>
        <source>“{file}” has more than {most} rows: ask about a part of them.</source>
        <translation>“{file}”超过 {most} 行：请只询问其中一部分。</translation>
    </message>
    <message>
        <source>The table has no column “{column}”. It needs the columns {names}.</source>
        <translation>表格中没有“{column}”列。需要的列是：{names}。</translation>
    </message>
    <message>
        <source>“{cell}” is not a number; “{column}” needs one.</source>
        <translation>“{cell}”不是数字；“{column}”需要一个数字。</translation>
    </message>
    <message>
        <source>“{column}” needs a number.</source>
        <translation>“{column}”需要一个数字。</translation>
    </message>
    <message>
        <source>There is no proposal “{name}”. Choose one of: {choices}.</source>
        <translation>没有名为“{name}”的建议。可选：{choices}。</translation>
    </message>
    <message>
        <source>The layer “{layer}” has {units} neuron(s); these data need at least {least} in each layer.</source>
        <translation>层“{layer}”有 {units} 个神经元；这些数据要求每层至少 {least} 个。</translation>
    </message>
    <message>
        <source>two layers of its model “{model}” have the name “{name}”</source>
        <translation>其中的模型“{model}”有两个层都叫“{name}”</translation>
    </message>
    <message>
        <source>no layer has its array “{name}”</source>
        <translation>没有层拥有其中的数组“{name}”</translation>
    </message>
    <message>
        <source>The layer “{layer}” only scales: it became a BatchNormalization that does the same.</source>
        <translation>层“{layer}”只做缩放：它变成了效果相同的 BatchNormalization。</translation>
    </message>
    <message>
        <source>The model scales its input, and the data are scaled in the same way: its layer “{layer}” was left out.</source>
        <translation>模型自己会缩放输入，而数据已经以同样的方式缩放：因此去掉了它的层“{layer}”。</translation>
    </message>
    <message>
        <source>The model scales its input, and so do the data: its layer “{layer}” was changed to do only the rest.</source>
        <translation>模型自己会缩放输入，数据也已缩放：因此层“{layer}”改为只做剩下的部分。</translation>
    </message>
    <message>
        <source>“{cell}” in row {row} of the column “{column}” is not a date such as 2024-01-31. Correct it, empty the cell, or ignore the column.</source>
        <translation>列“{column}”第 {row} 行的“{cell}”不是 2024-01-31 这样的日期。请改正它、清空该单元格，或忽略这一列。</translation>
    </message>
    <message>
        <source>Which file this was, and a lesson being written, are lost.</source>
        <translation>这个项目原来属于哪个文件，以及正在编写的课程，都已丢失。</translation>
    </message>
    <message>
        <source>A run&apos;s name is one line of at most {most} printable characters.</source>
        <translation>训练记录的名称须为一行，最多 {most} 个可显示字符。</translation>
    </message>
    <message>
        <source>The earlier runs are damaged: the network and its curves are whole.</source>
        <translation>先前的训练记录已损坏；网络及其曲线完好。</translation>
    </message>
    <message>
        <source>The project has no run {number}.</source>
        <translation>项目中没有第 {number} 次训练。</translation>
    </message>
    <message>
        <source>what it has of earlier runs makes no sense</source>
        <translation>其中先前的训练记录没有意义</translation>
    </message>
    <message>
        <source>At least two classes are needed to tell them apart.</source>
        <translation>至少要有两个类别才能区分。</translation>
    </message>
    <message>
        <source>Each class of pictures needs a name of its own.</source>
        <translation>每个图片类别都需要自己的名称。</translation>
    </message>
    <message>
        <source>A project holds at most {most} pictures: put more of them into folders, one for each class.</source>
        <translation>一个项目最多保存 {most} 张图片：更多的图片请放入文件夹，每类一个。</translation>
    </message>
    <message>
        <source>The class “{name}” has no picture yet: draw or drop one.</source>
        <translation>类别“{name}”还没有图片：画一张或拖入一张。</translation>
    </message>
    <message>
        <source>The pictures in the project are damaged.</source>
        <translation>项目中的图片已损坏。</translation>
    </message>
    <message>
        <source>The layer “{layer}” is a placeholder for {kind}, which nnplay does not have, so nothing after it can be computed: replace it or delete it.</source>
        <translation>层“{layer}”是 {kind} 的占位，nnplay 没有这种层，因此它之后的一切都无法计算：请替换或删除它。</translation>
    </message>
    <message>
        <source>The shape {shape} is not a list of whole numbers from 1.</source>
        <translation>形状 {shape} 不是由不小于 1 的整数组成。</translation>
    </message>
    <message>
        <source>A placeholder has too many settings, or too long ones.</source>
        <translation>占位的设置太多或太长。</translation>
    </message>
    <message>
        <source>The project wants to read “{file}”, which you have not opened with nnplay before. If you trust the project, add --allow-data; or name the data yourself with --data.</source>
        <translation>该项目要读取“{file}”，而你以前没有用 nnplay 打开过它。如果你信任这个项目，请加上 --allow-data；也可以用 --data 自己指定数据。</translation>
    </message>
    <message>
        <source>The share of a way of writing is 0 to 1, not {value}.</source>
        <translation>一种书写方式的比例应在 0 到 1 之间，不能是 {value}。</translation>
    </message>
    <message>
        <source>Nothing has been trained yet: there is no moment to go on from.</source>
        <translation>还没有训练过，没有可以继续的时刻。</translation>
    </message>
    <message>
        <source>You are looking back at an earlier moment: press Escape to return to the present.</source>
        <translation>你正在回看较早的时刻：按 Esc 回到现在。</translation>
    </message>
    <message>
        <source>The file has weights, but no layers, and no chain of them fits together: open or build the network that they are for, then choose File &gt; Read weights. The file has {modules}.</source>
        <translation>文件里有权重，但没有层，也无法连成一串：请打开或搭建与之对应的网络，然后选择“文件 &gt; 读取权重”。文件里有 {modules}。</translation>
    </message>
    <message>
        <source>The arrays of “{module}” ({arrays}) are those of no layer that nnplay has in a chain.</source>
        <translation>“{module}”的数组（{arrays}）不属于 nnplay 能串联的任何层。</translation>
    </message>
    <message>
        <source>its widths do not agree</source>
        <translation>各层宽度不一致</translation>
    </message>
    <message>
        <source>The file has weights only. Its layers were told from the names and shapes of the arrays; compare them with the program that made the file.</source>
        <translation>文件里只有权重。各层是根据数组的名称和形状推断的；请与生成该文件的程序对照。</translation>
    </message>
    <message>
        <source>Guessed: ReLU between the layers, and softmax at the end if there are several outputs.</source>
        <translation>推测：各层之间用 ReLU；有多个输出时末尾用 softmax。</translation>
    </message>
    <message>
        <source>Guessed: pictures of the shape {shape}, the padding “{padding}”, and max pooling after {n} convolution(s).</source>
        <translation>推测：图片形状为 {shape}，填充方式为“{padding}”，{n} 个卷积之后有最大池化。</translation>
    </message>
    <message>
        <source>The project has no setting “{name}”.</source>
        <translation>项目没有“{name}”这项设置。</translation>
    </message>
    <message>
        <source>The experiments are damaged: the network and its runs are whole.</source>
        <translation>实验已损坏：网络及其训练记录完好。</translation>
    </message>
    <message>
        <source>A network of an experiment has an impossible number.</source>
        <translation>实验中有一个网络的数值不可能。</translation>
    </message>
    <message>
        <source>the description of an experiment is damaged</source>
        <translation>一个实验的描述已损坏</translation>
    </message>
    <message>
        <source>“{folder}” has no results: choose the folder that was given to “nnplay sweep” with -o.</source>
        <translation>“{folder}”中没有结果：请选择用 -o 交给“nnplay sweep”的文件夹。</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write it as 2024-01-31 or 31.1.2024.</source>
        <translation>“{text}”不是日期。请写成 2024-01-31 或 2024年1月31日。</translation>
    </message>
    <message>
        <source>it has more operators than nnplay&apos;s networks may have</source>
        <translation>其算子数超过了 nnplay 的网络所允许的数量</translation>
    </message>
    <message>
        <source>it has more weights than nnplay&apos;s networks may have</source>
        <translation>其权重数超过了 nnplay 的网络所允许的数量</translation>
    </message>
    <message>
        <source>The model gives its numbers with the channels first: nnplay has no layer that does this.</source>
        <translation>该模型输出的数是通道在前的：nnplay 没有这样的层。</translation>
    </message>
    <message>
        <source>nnplay has no layer that takes these inputs</source>
        <translation>nnplay 没有接受这些输入的层</translation>
    </message>
    <message>
        <source>the examples are not along the first axis of what it takes</source>
        <translation>它的输入的第一个轴不是样本</translation>
    </message>
    <message>
        <source>it is used in a way that nnplay does not know</source>
        <translation>nnplay 不认识它的这种用法</translation>
    </message>
    <message>
        <source>nnplay&apos;s activation function of this name has other constants</source>
        <translation>nnplay 中同名的激活函数使用另外的常数</translation>
    </message>
    <message>
        <source>The model takes examples with {n} axes: nnplay&apos;s have at most {most}.</source>
        <translation>该模型的样本有 {n} 个轴：nnplay 的样本最多有 {most} 个轴。</translation>
    </message>
    <message>
        <source>nnplay multiplies only a layer and a constant</source>
        <translation>nnplay 只能把层与常量相乘</translation>
    </message>
    <message>
        <source>it counts the margins, which no layer of nnplay does</source>
        <translation>它把边缘填充计算在内，nnplay 没有这样做的层</translation>
    </message>
    <message>
        <source>its margins are wider above and to the left</source>
        <translation>其上侧和左侧的边缘填充更宽</translation>
    </message>
    <message>
        <source>nnplay has only the mean over a whole picture</source>
        <translation>nnplay 只有对整幅图像求平均的层</translation>
    </message>
    <message>
        <source>A network of nnplay&apos;s layers would not give the model&apos;s numbers: they part at {kind} (“{name}”).</source>
        <translation>由 nnplay 的层组成的网络给不出该模型的数：从 {kind}（“{name}”）起两者不同。</translation>
    </message>
    <message>
        <source>The model has the operator {kind}: nnplay&apos;s networks have no loops or branches.</source>
        <translation>该模型含有算子 {kind}：nnplay 的网络没有循环和分支。</translation>
    </message>
    <message>
        <source>The model uses the operator {kind} in a way that nnplay does not know.</source>
        <translation>该模型使用算子 {kind} 的方式是 nnplay 不认识的。</translation>
    </message>
    <message>
        <source>nnplay has no operator {kind}, and the file does not say the shape of what it gives, so it cannot even become a placeholder.</source>
        <translation>nnplay 没有算子 {kind}，文件也没有说明其输出的形状，因此连占位也无法放置。</translation>
    </message>
    <message>
        <source>The operator {kind} (“{name}”) cannot become a layer of nnplay: {reason}.</source>
        <translation>算子 {kind}（“{name}”）无法成为 nnplay 的层：{reason}。</translation>
    </message>
    <message>
        <source>nnplay has no layer for the operator {kind}</source>
        <translation>nnplay 没有与算子 {kind} 对应的层</translation>
    </message>
    <message>
        <source>nnplay has no layer that takes numbers in this order</source>
        <translation>nnplay 没有接受这种排列顺序的数的层</translation>
    </message>
    <message>
        <source>The model computes more than nnplay&apos;s networks may.</source>
        <translation>该模型的计算量超过了 nnplay 的网络所允许的范围。</translation>
    </message>
    <message>
        <source>“{file}” is a model ({kind}), not data. Open it with File &gt; Open, or name it in place of the project, as in: nnplay train {file}</source>
        <translation>“{file}”是模型（{kind}），不是数据。请用“文件 &gt; 打开”打开它，或把它写在项目的位置，例如：nnplay train {file}</translation>
    </message>
    <message>
        <source>“{file}” has the weights of a network ({kind}), not data. Open it with File &gt; Open, or read it into the network on the canvas with File &gt; Read weights.</source>
        <translation>“{file}”含有网络的权重（{kind}），不是数据。请用“文件 &gt; 打开”打开它，或用“文件 &gt; 读取权重”把它读入画布上的网络。</translation>
    </message>
    <message>
        <source>“{file}” is a project of nnplay, not data. Open it with File &gt; Open, or name it in place of the project, as in: nnplay train {file}</source>
        <translation>“{file}”是 nnplay 的项目，不是数据。请用“文件 &gt; 打开”打开它，或把它写在项目的位置，例如：nnplay train {file}</translation>
    </message>
    <message>
        <source>The layer “{layer}” is a placeholder: {reason}.</source>
        <translation>层“{layer}”是占位：{reason}。</translation>
    </message>
    <message>
        <source>What comes before a placeholder runs; the network as a whole neither trains nor predicts.</source>
        <translation>占位之前的部分可以运行；整个网络既不能训练，也不能预测。</translation>
    </message>
    <message>
        <source>The model has an output for each of two classes; for these data nnplay tells two classes by one output. Give the answers as two columns of 0 and 1, in an .npz file with X and y.</source>
        <translation>模型为两个类别各给出一个输出；而对这份数据，nnplay 用一个输出区分两个类别。请把答案写成由 0 和 1 组成的两列，放在含有 X 和 y 的 .npz 文件中。</translation>
    </message>
    <message>
        <source>The loss takes logits, but “{layer}” ends with probabilities already: nothing was added.</source>
        <translation>损失函数取的是 logits，但“{layer}”已经输出概率，因此没有添加任何层。</translation>
    </message>
    <message>
        <source>Metrics other than loss and accuracy were left out: {names}.</source>
        <translation>除损失和准确率之外的指标已略去：{names}。</translation>
    </message>
    <message>
        <source>The loss&apos;s {name} was left out.</source>
        <translation>损失函数的设置 {name} 已略去。</translation>
    </message>
    <message>
        <source>The loss {name} cannot judge the outputs of this network on these data: choose another one.</source>
        <translation>损失函数 {name} 无法评判这个网络对这些数据的输出：请另选一个。</translation>
    </message>
    <message>
        <source>The loss takes logits, but nnplay&apos;s takes probabilities: {activation} was added after “{layer}”.</source>
        <translation>原来的损失函数取 logits，而 nnplay 的损失函数取概率：因此在“{layer}”之后添加了 {activation}。</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Keras program</source>
        <translation>Keras 程序</translation>
    </message>
    <message>
        <source>PyTorch program</source>
        <translation>PyTorch 程序</translation>
    </message>
    <message>
        <source>NumPy program</source>
        <translation>NumPy 程序</translation>
    </message>
    <message>
        <source>ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <source>Weights as safetensors</source>
        <translation>权重（safetensors）</translation>
    </message>
    <message>
        <source>Weights as NumPy arrays</source>
        <translation>权重（NumPy 数组）</translation>
    </message>
    <message>
        <source>Weights as a table</source>
        <translation>权重（表格）</translation>
    </message>
    <message>
        <source>Curves as a table</source>
        <translation>曲线（表格）</translation>
    </message>
    <message>
        <source>Network as a drawing</source>
        <translation>网络图（矢量）</translation>
    </message>
    <message>
        <source>Report of the run</source>
        <translation>训练报告</translation>
    </message>
    <message>
        <source>One web page with results, network, settings, curves and program. For handing in, and for keeping beside the project.</source>
        <translation>一个网页，包含结果、网络、设置、曲线和程序。适合上交，也适合和项目放在一起保存。</translation>
    </message>
    <message>
        <source>Network as pixels</source>
        <translation>网络图（像素）</translation>
    </message>
    <message>
        <source>Network on a page</source>
        <translation>网络图（页面）</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>练习题</translation>
    </message>
    <message>
        <source>Worksheet as a drawing</source>
        <translation>练习题（矢量）</translation>
    </message>
    <message>
        <source>A complete Python program that builds and trains this network with Keras, step by step as in a course. To continue in a notebook.</source>
        <translation>完整的 Python 程序，用 Keras 像课程里那样一步步搭建并训练这个网络。适合在笔记本里继续。</translation>
    </message>
    <message>
        <source>A complete Python program that builds and trains this network with PyTorch, with an explicit training loop. For research, and for seeing each step.</source>
        <translation>完整的 Python 程序，用 PyTorch 搭建并训练这个网络，训练循环全部写出。适合研究，也适合想看清每一步的人。</translation>
    </message>
    <message>
        <source>The whole training in plain NumPy, with explicit forward and backward passes; no other library is needed. For reading how a network learns.</source>
        <translation>用纯 NumPy 完成全部训练，前向和反向传播都写出来，不需要别的库。适合阅读网络是怎样学习的。</translation>
    </message>
    <message>
        <source>Network and weights in the format that most libraries and devices can run. To use the trained network in a program in any language.</source>
        <translation>大多数库和设备都能运行的格式，包含网络和权重。适合在任何语言的程序里使用训练好的网络。</translation>
    </message>
    <message>
        <source>All weights as named arrays, without the network. For other libraries, which read the format safely; nnplay can read it back.</source>
        <translation>全部权重，作为带名称的数组，不含网络。供其他库安全地读取；nnplay 也能读回。</translation>
    </message>
    <message>
        <source>All weights as named arrays for numpy.load. For computing with them in Python; nnplay can read it back.</source>
        <translation>全部权重，作为带名称的数组，供 numpy.load 读取。适合在 Python 里计算；nnplay 也能读回。</translation>
    </message>
    <message>
        <source>One row per weight, with its layer and position. For a spreadsheet.</source>
        <translation>每个权重一行，带有所在的层和位置。适合电子表格。</translation>
    </message>
    <message>
        <source>Loss and accuracy over the epochs, one row per point of the curves. For your own plots.</source>
        <translation>各轮次的损失和准确率，曲线上每个点一行。适合自己画图。</translation>
    </message>
    <message>
        <source>The network with its weights as SVG: sharp at every size, and every line can be edited in a drawing program. For web pages and papers.</source>
        <translation>网络及其权重的 SVG 图：任何大小都清晰，每条线都能在绘图程序里修改。适合网页和论文。</translation>
    </message>
    <message>
        <source>For reading and printing</source>
        <translation>阅读和打印</translation>
    </message>
    <message>
        <source>NumPy by perturbation</source>
        <translation>NumPy 程序（扰动法）</translation>
    </message>
    <message>
        <source>The gradient without calculus: each weight is nudged, and the loss tells where to go. For small networks, beside the panel “Two gradients”.</source>
        <translation>不用微积分求梯度：逐个扰动权重，由损失告诉它往哪里走。适合小网络，可与“两种梯度”面板对照。</translation>
    </message>
    <message>
        <source>Summary of the layers</source>
        <translation>各层摘要</translation>
    </message>
    <message>
        <source>A row for each layer with its kind, output shape and number of parameters, as Keras&apos;s model.summary() lists them. For reports and for comparing models.</source>
        <translation>每层一行：类型、输出形状和参数个数，与 Keras 的 model.summary() 相同。用于报告和比较模型。</translation>
    </message>
    <message>
        <source>Layers as boxes</source>
        <translation>层的方框图</translation>
    </message>
    <message>
        <source>The model as Keras&apos;s plot_model draws it, as SVG: from top to bottom a box for each layer with its name, kind, shapes and parameters. For reports and papers.</source>
        <translation>像 Keras 的 plot_model 那样画出模型（SVG）：从上到下每层一个方框，写明名称、类型、形状和参数个数。用于报告和论文。</translation>
    </message>
    <message>
        <source>Layers as boxes, pixels</source>
        <translation>层的方框图（像素）</translation>
    </message>
    <message>
        <source>The model as Keras&apos;s plot_model draws it, as PNG, which every program opens. For slides and messages.</source>
        <translation>像 Keras 的 plot_model 那样画出模型（PNG），任何程序都能打开。用于幻灯片和消息。</translation>
    </message>
    <message>
        <source>input:</source>
        <translation>输入：</translation>
    </message>
    <message>
        <source>output:</source>
        <translation>输出：</translation>
    </message>
    <message>
        <source>parameters:</source>
        <translation>参数：</translation>
    </message>
    <message>
        <source>One example&apos;s calculation on paper with blanks to fill in, as PDF, with the answers in a second file. For teachers; the network must be small.</source>
        <translation>一个样本的计算过程，PDF 格式，留有空格可填，答案在另一个文件里。适合教师；网络要小。</translation>
    </message>
    <message>
        <source>The same worksheet and answers as SVG, which can be edited in a drawing program. For making your own exercises.</source>
        <translation>同样的练习题和答案，SVG 格式，可以在绘图程序里修改。适合自己编写练习的人。</translation>
    </message>
    <message>
        <source>The network with its weights as PNG, which every program can open. For slides and messages; a larger scale is sharper in print.</source>
        <translation>网络及其权重的 PNG 图，任何程序都能打开。适合幻灯片和消息；缩放越大，打印越清晰。</translation>
    </message>
    <message>
        <source>The network with its weights as PDF, sharp at every size. For LaTeX and for printing.</source>
        <translation>网络及其权重的 PDF 图，任何大小都清晰。适合 LaTeX 和打印。</translation>
    </message>
</context>
<context>
    <name>experiments</name>
    <message>
        <source>1 s</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>could not be trained</source>
        <translation>无法训练</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Epoch {n}</source>
        <translation>第 {n} 轮次</translation>
    </message>
    <message>
        <source>Learning rates from 0.001 to 10</source>
        <translation>从 0.001 到 10 的学习率</translation>
    </message>
    <message>
        <source>Width and depth on the spiral</source>
        <translation>螺旋数据上的宽度与深度</translation>
    </message>
    <message>
        <source>Batch size and learning rate</source>
        <translation>批大小与学习率</translation>
    </message>
    <message>
        <source>Noise and regularization: overfitting as a map</source>
        <translation>噪声与正则化：过拟合地图</translation>
    </message>
    <message>
        <source>Ten layers: activation function and initial weights</source>
        <translation>十层网络：激活函数与初始权重</translation>
    </message>
    <message>
        <source>Accuracy and amount of data</source>
        <translation>准确率与数据量</translation>
    </message>
</context>
<context>
    <name>explanations</name>
    <message>
        <source>The data that the network learns from.

Training data change the weights; test data are held back to see whether the network has learned the rule or has only memorized the examples.</source>
        <translation>网络从这里学习。

训练数据用来更新权重；测试数据留出来，用来检验网络是理解了规律，还是只是背下了样本。</translation>
    </message>
    <message>
        <source>Every example, as the network sees it.

Click a column header to sort by it. Click an example to send it through the network: the canvas shows what each neuron makes of it, and for a table you see how its row was prepared, step by step. The bars show the distribution of a column.</source>
        <translation>每一个样本，按网络看到的样子。

点击列标题可按该列排序。点击一个样本，把它送进网络：画布会显示每个神经元的反应；对于表格，还能一步一步看到这一行经过了怎样的处理。条形图显示一列取值的分布。</translation>
    </message>
    <message>
        <source>How the network is trained: the settings that are not in the bar above.

You can change all of them while the network is learning. What ends a run applies to this window; all other settings are saved with the project.</source>
        <translation>除上方工具栏之外，网络如何训练的设置。

这里的一切都可以在训练进行时更改。停止条件属于此窗口，其余设置随项目保存。</translation>
    </message>
    <message>
        <source>The network’s output at every point of the plane.

Blue stands for high outputs, orange for low ones; on the pale border between them the network cannot decide. Point at a neuron to see what it has learned by itself.</source>
        <translation>网络在平面上每一点的回答。

蓝色表示输出高，橙色表示输出低，其间的淡色边界是它无法决定的地方。把鼠标指向一个神经元，可以看到这个神经元单独学到了什么。</translation>
    </message>
    <message>
        <source>How wrong the network is, epoch by epoch.

Both curves should fall. If the test curve rises again while the training curve keeps falling, the network is memorizing its examples: it overfits. If a curve jumps up and down, try a smaller learning rate.

Triangles mark changes: point at one to see what was changed. Faint curves are the test curves of earlier runs.</source>
        <translation>网络每一轮错得有多厉害。

两条曲线都应下降。如果训练曲线继续下降而测试曲线回升，说明网络在死记样本，即过拟合。曲线上下跳动时，应减小学习率。

三角形标出更改设置的时刻，把鼠标移上去可以查看。淡色曲线是以前各次训练的测试曲线。</translation>
    </message>
    <message>
        <source>Every number that a layer has learned.

A row holds the connections that start at one neuron, a column those that end at one neuron, with its bias below. Type into a cell, paste a block from a spreadsheet, or freeze and mute the selected cells; the canvas shows the same matrix as a picture.</source>
        <translation>一层学到的每一个数。

每一行是从同一个神经元出发的连接，每一列是到达同一个神经元的连接，其下方是它的偏置。可以直接在单元格中输入、从电子表格粘贴一块数据，也可以冻结或屏蔽所选的部分；旁边的网络就是同一个矩阵的图像。</translation>
    </message>
    <message>
        <source>The function that turns a neuron’s weighted sum z into its output.

The dashed curve is its slope: where it is near 0, hardly any gradient gets through, and the weights before the neuron hardly learn.

If a layer is selected, the bars show where its weighted sums are now. They are saturated where the slope is below a twentieth of its maximum; a neuron is dead if its slope is 0 for every example.</source>
        <translation>把神经元的加权和 z 变成输出的函数。

虚线是它的斜率：斜率接近 0 的地方几乎没有梯度通过，神经元前面的权重几乎学不到东西。

选中一层后，柱形显示该层加权和现在的分布：斜率低于最大斜率二十分之一的为饱和，对所有样本斜率都为 0 的神经元为死亡神经元。</translation>
    </message>
    <message>
        <source>How good the network is, and where it goes wrong.

Each row of the table is an actual class, each column a predicted one; correct predictions are on the diagonal. Click a cell to see its examples.</source>
        <translation>网络有多好，错在哪里。

表中每一行是一个真实类别，每一列是网络的判断；对角线上是判对的。点击单元格可以看到背后的样本。</translation>
    </message>
    <message>
        <source>Every change to the project, oldest first.

Click a step to go back or forward to it; a training run is one step, too. Undone steps are grey.</source>
        <translation>项目的每一次更改，按先后列出。

单击可以回到当时，或再向前；一次训练也是一步。灰色的步骤已被撤销。</translation>
    </message>
    <message>
        <source>The loss for other weights than the present ones, computed with the actual network.

The dashed line is the slope at the present weight; the ring is where the next step leads if the optimizer starts fresh and uses all these examples at once. In a landscape over two directions, contour lines of equal loss separate the bands.</source>
        <translation>权重取其他值时的损失，在真实的网络上测得。

虚线是当前权重处的斜率；圆环是下一步的位置：优化器从头开始，一次使用这里的全部样本。两个方向的地形图中，色带之间的界线是等损失线。</translation>
    </message>
    <message>
        <source>How the layers are doing.

A gradient that shrinks from layer to layer on its way back to the input vanishes; one that grows explodes. The histograms show how weights, outputs, gradients and updates change during training; the pictures show what the first layer looks for and what each layer makes of an example.</source>
        <translation>各层的状态。

梯度向前逐层变小就是消失，逐层变大就是爆炸。直方图显示学习过程中权重、输出、梯度和更新量怎样变化；图像显示第一层在找什么，以及每一层怎样看一个样本。</translation>
    </message>
    <message>
        <source>Lessons in which you compute, build and train by hand.

If a step asks for a number, enter it with a point or a comma, or as a fraction; if it asks you to do something, it notices when you have done it. Your progress is saved: you can leave at any time and come back.</source>
        <translation>在课程里，你亲手计算、搭建和训练。

要求填数的步骤接受小数点、逗号或分数；要求动手的步骤做到后会自动识别。进度会保存：随时可以离开，再回来继续。</translation>
    </message>
    <message>
        <source>Two networks that differ in one setting, learning side by side.

The twin has the same seeds and sees the same batches, so whatever comes out differently comes from that setting. Blank parts of the third map are those on which both agree. Exchange the two to see the twin on the canvas; both stay in the list of runs.</source>
        <translation>两个只差一项设置的网络并排学习。

对照网络的随机种子和批都相同，所以结果的一切差别都来自这项设置。第三张图的空白处是两者判断一致的地方。两者互换，就能在画布上看到对照网络；两者都留在训练记录中。</translation>
    </message>
    <message>
        <source>What goes wrong in training, and what would help.

The doctor looks at the curves, the gradients and the data from time to time. A remedy takes one click; Undo takes it back.</source>
        <translation>训练中出了什么问题，怎样解决。

医生不时查看曲线、梯度和数据。一次点击就能采取措施，也可以撤销。</translation>
    </message>
    <message>
        <source>One example on its way through the network and back, step by step, with the formula of every number.

Point at a number to see where it belongs in the network; click it, or rest the pointer on a neuron or a connection, to see its own formulas. Page Up and Page Down go back and forward. The new weights are applied only when you say so.</source>
        <translation>一个样本穿过网络再返回，一步一步，每个数都带着它的算式。

指向一个数，就能看到它在网络中的位置；点击它，或者让指针停在神经元或连接上，就会显示相应的算式。Page Up 和 Page Down 后退和前进。新的权重由你决定何时采用。</translation>
    </message>
    <message>
        <source>The same gradient computed in two ways.

Backpropagation finds it with the chain rule, for all weights at once. Perturbation nudges one weight after another and measures how much the loss changes. The curve shows the error of each nudge size: if the nudge is too large, the loss bends away; if it is too small, rounding errors take over.</source>
        <translation>同一个梯度，两种求法。

反向传播用链式法则一次算出所有权重的梯度。扰动法逐个稍微移动权重，看损失变化多少。曲线显示某个扰动的误差有多大：太大，损失曲线会弯开；太小，计算机的有效数字会不够用。</translation>
    </message>
    <message>
        <source>The terms used by the controls: what each one means, what happens if you increase it, and the lesson about it.

Type part of a term to find it; click a lesson to start it.</source>
        <translation>控件上出现的每个术语：它是什么，调大了会怎样，在哪一课里出现。

输入几个字即可查找；点击课程就能开始学习。</translation>
    </message>
    <message>
        <source>The project as a complete program: load the data, define the network, compile, fit, evaluate.

It follows every edit, and the lines of the selected layer are highlighted. Copy it into an editor, or save it; data that do not fit into a program are saved beside it.</source>
        <translation>把项目写成完整的程序：载入数据、定义网络、编译、拟合、评估。

它随每次编辑更新，所选层的代码行会高亮。可以复制到编辑器中，也可以保存；放不进程序的数据会放在旁边的文件里。</translation>
    </message>
    <message>
        <source>Ask the network, as it is now, about an example of your own.

Type a row or move its sliders, drag a point on the map, or draw a picture: the answer is there at once, also while the network learns, and the canvas shows what each neuron makes of it. Clicking an example anywhere brings it here.

A drawing is centred and scaled like the digits that the network learned from; the small pictures show each step.</source>
        <translation>用你自己的样本询问现在的网络。

输入一行数据或移动滑块，在决策图上拖动一个点，或画一张图：答案立即出现，训练时也一样；画布显示每个神经元对它的反应。在任何地方点击一个样本，它都会出现在这里。

画的图会像网络学习过的数字那样居中并缩放；小图显示每一步。</translation>
    </message>
    <message>
        <source>Every run of this project: the present one, and those that a reset, a new start or other data have ended.

“What differs” is told against the present run, or any that you choose. A double click goes back to a run’s network, and training goes on from there; Undo takes it back. The runs are saved with the project.</source>
        <translation>这个项目的每一次训练：当前的一次，以及因重置、重新开始或换数据而结束的各次。

“有何不同”是与当前这次相比，也可以选别的一次。双击可回到那次训练的网络，并从那里继续训练；可以撤销。训练记录随项目一起保存。</translation>
    </message>
    <message>
        <source>The same network, trained many times with other settings.

Choose what to vary and its values; each combination is a network of its own, and all learn side by side. A hatched one has diverged, one with a small square was stopped. Click a network to open it on the canvas; Undo takes that back.</source>
        <translation>同一个网络，用不同的设置训练许多次。

选择要改变什么以及它的取值；每种组合都是一个单独的网络，它们并排学习。画斜线的已经发散，带小方块的是被停止的。点击一个网络，就在画布上打开它；撤销可以恢复。</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>initial weight</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>gradient = slope</source>
        <translation>梯度 = 斜率</translation>
    </message>
    <message>
        <source>step = rate × gradient</source>
        <translation>步长 = 学习率 × 梯度</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>weight w</source>
        <translation>权重 w</translation>
    </message>
    <message>
        <source>Feature extraction</source>
        <translation>特征提取</translation>
    </message>
    <message>
        <source>End-to-end learning</source>
        <translation>端到端学习</translation>
    </message>
    <message>
        <source>data, such as pixels</source>
        <translation>数据，例如像素</translation>
    </message>
    <message>
        <source>features made by people</source>
        <translation>人工设计的特征</translation>
    </message>
    <message>
        <source>a simple model learns</source>
        <translation>简单模型来学习</translation>
    </message>
    <message>
        <source>first layers: strokes</source>
        <translation>前几层：笔画</translation>
    </message>
    <message>
        <source>next layers: shapes</source>
        <translation>后几层：形状</translation>
    </message>
    <message>
        <source>answer: “it is a 3”</source>
        <translation>答案：“这是 3”</translation>
    </message>
    <message>
        <source>A line through points</source>
        <translation>穿过数据点的直线</translation>
    </message>
    <message>
        <source>… is one linear neuron</source>
        <translation>…就是一个线性神经元</translation>
    </message>
    <message>
        <source>Artificial intelligence</source>
        <translation>人工智能</translation>
    </message>
    <message>
        <source>rules written by people, search …</source>
        <translation>人写的规则、搜索…</translation>
    </message>
    <message>
        <source>Machine learning</source>
        <translation>机器学习</translation>
    </message>
    <message>
        <source>rules found in examples</source>
        <translation>从样本中找到规则</translation>
    </message>
    <message>
        <source>Deep learning</source>
        <translation>深度学习</translation>
    </message>
    <message>
        <source>features learned, too, layer by layer</source>
        <translation>连特征也一层层学出来</translation>
    </message>
    <message>
        <source>Nerve cell</source>
        <translation>神经细胞</translation>
    </message>
    <message>
        <source>dendrites</source>
        <translation>树突</translation>
    </message>
    <message>
        <source>synapses</source>
        <translation>突触</translation>
    </message>
    <message>
        <source>cell body</source>
        <translation>细胞体</translation>
    </message>
    <message>
        <source>axon</source>
        <translation>轴突</translation>
    </message>
    <message>
        <source>Neuron of a network</source>
        <translation>网络中的神经元</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>加权和</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>sigmoid: 0 to 1</source>
        <translation>sigmoid：0 到 1</translation>
    </message>
    <message>
        <source>tanh: −1 to 1</source>
        <translation>tanh：−1 到 1</translation>
    </message>
    <message>
        <source>Dots: 2σ(2z) − 1, the rescaled sigmoid</source>
        <translation>圆点：2σ(2z) − 1，缩放后的 sigmoid</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Clustering</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>which class?</source>
        <translation>是哪一类？</translation>
    </message>
    <message>
        <source>how much?</source>
        <translation>是多少？</translation>
    </message>
    <message>
        <source>no answers: which groups?</source>
        <translation>没有答案：怎样分组？</translation>
    </message>
</context>
<context>
    <name>finds</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Vary in an experiment: {setting}</source>
        <translation>在实验中改变：{setting}</translation>
    </message>
</context>
<context>
    <name>glossary</name>
    <message>
        <source>Lesson {number}</source>
        <translation>第 {number} 课</translation>
    </message>
    <message>
        <source>Input features</source>
        <translation>输入特征</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Share of training data</source>
        <translation>训练数据比例</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Standardization</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Subtract the mean of a column, then divide by its standard deviation.</source>
        <translation>减去一列的平均值，再除以标准差。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元数</translation>
    </message>
    <message>
        <source>Hidden layer</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The function that turns a neuron&apos;s weighted sum into its output.</source>
        <translation>把神经元的加权和变成输出的函数。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>If one sum grows, its share grows at the expense of all the others.</source>
        <translation>某个和变大，它的一份就变大，其他的都相应变小。</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How the weights are drawn before training.</source>
        <translation>训练之前怎样抽取权重。</translation>
    </message>
    <message>
        <source>Dropout rate</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step goes against the gradient.</source>
        <translation>每一步逆着梯度走多远。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>The steps get steadier, but an epoch has fewer of them.</source>
        <translation>每一步更稳，但一个轮次里的步数更少。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The rule that turns gradients into steps.</source>
        <translation>把梯度变成步子的规则。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate changes from epoch to epoch.</source>
        <translation>学习率怎样随轮次变化。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
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
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>A penalty on large weights (L1, L2), added to the loss.</source>
        <translation>对大权重的惩罚（L1、L2），加在损失上。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Shortens gradients that are too long.</source>
        <translation>把太长的梯度截短。</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>What the network sees of each example: its coordinates, or their squares, products and sines.</source>
        <translation>网络看到的每个样本的内容：坐标，或者坐标的平方、乘积和正弦。</translation>
    </message>
    <message>
        <source>A suitable feature, such as x₁x₂ for exclusive or, can replace a hidden layer; each one adds weights.</source>
        <translation>合适的特征（如异或问题中的 x₁x₂）能代替一个隐藏层；每多一个特征，权重也更多。</translation>
    </message>
    <message>
        <source>How strongly the points or their labels are disturbed.</source>
        <translation>点或标签受到多大的扰动。</translation>
    </message>
    <message>
        <source>The classes mix, the best possible loss rises, and overfitting begins sooner.</source>
        <translation>各类互相混杂，能达到的最低损失变高，也更早开始过拟合。</translation>
    </message>
    <message>
        <source>The share of the examples used for training; the others are held back for testing.</source>
        <translation>样本中有多少用来学习，其余留作测试。</translation>
    </message>
    <message>
        <source>The network learns more, and the test result is less certain.</source>
        <translation>网络学到的更多，测试却更不可靠。</translation>
    </message>
    <message>
        <source>The number that all randomness starts from: the same seed gives the same points, weights and order again.</source>
        <translation>随机过程的起点：种子相同，点、权重和顺序就完全相同。</translation>
    </message>
    <message>
        <source>Another seed is another roll of the dice, neither better nor worse; try several.</source>
        <translation>换一个种子等于重新掷一次骰子，没有好坏之分；不妨多试几个。</translation>
    </message>
    <message>
        <source>There is nothing to raise; without it, columns with large numbers drown out the others.</source>
        <translation>没有大小可调；不做的话，数值大的列会淹没其他列。</translation>
    </message>
    <message>
        <source>A number on a connection; every value that passes along it is multiplied by it.</source>
        <translation>连接上的一个数，沿这条连接传来的数都要乘上它。</translation>
    </message>
    <message>
        <source>A larger weight makes its input matter more; a negative one reverses its effect.</source>
        <translation>权重越大，这个输入越重要；小于零则起相反的作用。</translation>
    </message>
    <message>
        <source>A number that a neuron adds to its weighted sum.</source>
        <translation>神经元加在加权和上的一个数。</translation>
    </message>
    <message>
        <source>The neuron activates more easily; with a negative bias it needs more input.</source>
        <translation>偏置越大，神经元越容易作出反应；小于零则更难被打动。</translation>
    </message>
    <message>
        <source>The number of neurons in a layer, and so of the numbers that it outputs.</source>
        <translation>一层有多少个神经元，也就输出多少个数。</translation>
    </message>
    <message>
        <source>The network can distinguish more, but it learns more slowly and overfits more easily.</source>
        <translation>能分辨得更细，但学得更慢，也更容易过拟合。</translation>
    </message>
    <message>
        <source>A layer between input and output, which finds its own features.</source>
        <translation>输入与输出之间的层，自己去发现特征。</translation>
    </message>
    <message>
        <source>More layers can bend the decision boundary more, and gradients have a longer way back.</source>
        <translation>层数越多，边界越能弯曲，梯度往回走的路也越长。</translation>
    </message>
    <message>
        <source>Where its curve is steep, a neuron learns quickly; where it is flat, hardly at all.</source>
        <translation>曲线陡的地方学得快，平的地方几乎学不动。</translation>
    </message>
    <message>
        <source>Turns the sums of the last layer into probabilities that add up to 1.</source>
        <translation>把最后一层的加权和变成概率，加起来等于 1。</translation>
    </message>
    <message>
        <source>Too large, and the neurons saturate; all equal, and they stay equal.</source>
        <translation>一开始太大，神经元会饱和；一开始全都相等，就会永远相等。</translation>
    </message>
    <message>
        <source>The share of the numbers that are switched off at random in each training step.</source>
        <translation>丢弃率：每一步训练中随机丢弃的数所占的比例。</translation>
    </message>
    <message>
        <source>There is less overfitting; too much, and little is learned at all.</source>
        <translation>过拟合会减少；太大则什么也学不到。</translation>
    </message>
    <message>
        <source>Scales numbers to mean 0 and standard deviation 1, so that all carry the same weight.</source>
        <translation>把数变成均值 0、标准差 1，让每个数的声音一样大。</translation>
    </message>
    <message>
        <source>It is only on or off; it usually makes learning faster.</source>
        <translation>它没有强弱可调，只有用或不用；多数情况下用了学得更快。</translation>
    </message>
    <message>
        <source>Learning gets faster, until the steps jump across the valley: the loss oscillates or grows without bound.</source>
        <translation>学得更快；再大就会跳过谷底，损失上下跳动，甚至无限增大。</translation>
    </message>
    <message>
        <source>The number of examples that are averaged for one step.</source>
        <translation>每走一步，要平均多少个样本的梯度。</translation>
    </message>
    <message>
        <source>One pass through all training examples; the number shows how many there have been.</source>
        <translation>所有训练样本用过一遍；这个数是已经训练的轮次。</translation>
    </message>
    <message>
        <source>Longer training lowers the training loss; the test loss may start to rise again.</source>
        <translation>训练越久，训练损失越低；测试损失却可能掉头上升。</translation>
    </message>
    <message>
        <source>For each weight: how fast the loss grows when the weight grows a little.</source>
        <translation>对每个权重来说：权重增加一点点时，损失增加得有多快。</translation>
    </message>
    <message>
        <source>A large gradient makes a large step; near 0, the weight hardly changes.</source>
        <translation>梯度大，步子就大；接近 0，权重就停在原地。</translation>
    </message>
    <message>
        <source>Computes all gradients at once by the chain rule, from the loss back to the first layer.</source>
        <translation>用链式法则，从损失往回一直到第一层，一次求出所有梯度。</translation>
    </message>
    <message>
        <source>With more layers, more factors are multiplied on the way: the product may vanish or explode.</source>
        <translation>层数越多，沿途相乘的因子越多：乘积可能消失，也可能爆炸。</translation>
    </message>
    <message>
        <source>SGD steps straight down the slope; Adam and RMSprop give each weight its own step size.</source>
        <translation>SGD 直接沿坡向下走；Adam 和 RMSprop 让每个权重有自己的步长。</translation>
    </message>
    <message>
        <source>The share of the last step that carries over into the next one.</source>
        <translation>下一步保留上一步的多少。</translation>
    </message>
    <message>
        <source>It rolls over small bumps; too much, and it overshoots the minimum.</source>
        <translation>能滚过小的坑洼；太大就会冲过头。</translation>
    </message>
    <message>
        <source>If it falls faster, the run settles sooner, perhaps before it has arrived.</source>
        <translation>降得越快，越早停稳，也可能还没到谷底就停了。</translation>
    </message>
    <message>
        <source>One number for how wrong the predictions are; training makes it small.</source>
        <translation>用一个数表示答案错得有多厉害；训练就是让它变小。</translation>
    </message>
    <message>
        <source>Other losses punish other errors: squared error mostly large ones, cross-entropy a wrong answer given with confidence.</source>
        <translation>不同的损失惩罚不同的错误：平方最在意大的误差，交叉熵最在意十拿九稳的错答。</translation>
    </message>
    <message>
        <source>The mean loss on the data that the network learns from.</source>
        <translation>学习所用数据上的平均损失。</translation>
    </message>
    <message>
        <source>If it does not fall, the network is too small or the learning rate is wrong.</source>
        <translation>如果不下降，说明网络太小，或者学习率不合适。</translation>
    </message>
    <message>
        <source>The mean loss on data that the network has never learned from.</source>
        <translation>网络从没学过的数据上的平均损失。</translation>
    </message>
    <message>
        <source>If it rises while the training loss falls, the network is overfitting.</source>
        <translation>如果它上升而训练损失下降，网络就过拟合了。</translation>
    </message>
    <message>
        <source>A metric: the share of the examples that are classified correctly.</source>
        <translation>一种指标：判断正确的样本所占的比例。</translation>
    </message>
    <message>
        <source>Compare it with always predicting the most frequent class.</source>
        <translation>要同“永远回答最常见的类别”能得到的准确率相比。</translation>
    </message>
    <message>
        <source>Numbers that tell people how good the network is; training itself only uses the loss.</source>
        <translation>告诉人网络有多好的数；训练本身只看损失。</translation>
    </message>
    <message>
        <source>Different metrics show different sides: how many are right, how many are found, how certain it is.</source>
        <translation>多看几个指标，就多看几个侧面：对了多少、找到了多少、有多大把握。</translation>
    </message>
    <message>
        <source>The decision boundary gets smoother, with less overfitting; too much, and nothing is learned.</source>
        <translation>边界更平滑，过拟合更少；太大则什么也学不到。</translation>
    </message>
    <message>
        <source>Ends the run when the test loss stops improving, and restores the best weights.</source>
        <translation>测试损失不再变好时结束训练，并取回最好的权重。</translation>
    </message>
    <message>
        <source>With more patience, it waits longer for better weights.</source>
        <translation>耐心越大，等待更好权重的时间越长。</translation>
    </message>
    <message>
        <source>A higher limit allows longer steps; too low, and learning slows to a crawl.</source>
        <translation>上限越高，允许的步子越长；太低则学得很慢。</translation>
    </message>
    <message>
        <source>The loss grows without bound instead of falling.</source>
        <translation>损失不下降，反而无限增大。</translation>
    </message>
    <message>
        <source>The cause is too high a learning rate: try a tenth of it next.</source>
        <translation>原因是学习率太大：先试试它的十分之一。</translation>
    </message>
    <message>
        <source>The network memorizes its examples and fails on new ones.</source>
        <translation>网络把样本背了下来，遇到新样本却出错。</translation>
    </message>
    <message>
        <source>More weights and fewer examples make it worse; more data, dropout and regularization reduce it.</source>
        <translation>权重越多、样本越少，就越严重；增加数据、Dropout 和正则化能减轻它。</translation>
    </message>
    <message>
        <source>Guide: What deep learning is</source>
        <translation>指南：什么是深度学习</translation>
    </message>
    <message>
        <source>attributes; predictors; columns</source>
        <translation>特征；属性；自变量</translation>
    </message>
    <message>
        <source>disturbance</source>
        <translation>干扰；杂讯</translation>
    </message>
    <message>
        <source>training set; test set; validation set; hold-out</source>
        <translation>训练集；测试集；验证集；留出法</translation>
    </message>
    <message>
        <source>random state</source>
        <translation>随机种子；随机数种子</translation>
    </message>
    <message>
        <source>z-score; zero mean</source>
        <translation>标准化处理；零均值；Z 分数</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>The true answer of an example, from which the loss is computed; nnplay writes y.</source>
        <translation>样本的正确答案，损失由它算出；nnplay 写作 y。</translation>
    </message>
    <message>
        <source>Articles differ: some write ŷ for the true answer, others, as nnplay, for the network&apos;s answer.</source>
        <translation>各篇文章写法不同：有的用 ŷ 表示正确答案，有的像 nnplay 一样用 ŷ 表示网络的答案。</translation>
    </message>
    <message>
        <source>label; ground truth; true answer; ŷ; notation</source>
        <translation>标签；真实值；正确答案；期望输出；ŷ；记号</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>The network&apos;s answer for an example; for classes, the most probable one.</source>
        <translation>网络对一个样本的答案；分类时取概率最大的类。</translation>
    </message>
    <message>
        <source>argmax gives the place of the largest output, counted from 0.</source>
        <translation>argmax 给出最大输出的位置，从 0 数起。</translation>
    </message>
    <message>
        <source>answer; output; argmax</source>
        <translation>输出；预测；预测结果</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>独热编码</translation>
    </message>
    <message>
        <source>A class as a row of numbers: 1 in the place of the class, 0 everywhere else.</source>
        <translation>用一行数表示类别：该类的位置是 1，其余都是 0。</translation>
    </message>
    <message>
        <source>So 3 of ten digits is 0 0 0 1 0 0 0 0 0 0; the sparse loss takes the class number itself instead.</source>
        <translation>十个数字中的 3 就是 0 0 0 1 0 0 0 0 0 0；稀疏（sparse）损失则直接用类别编号。</translation>
    </message>
    <message>
        <source>one-hot encoding; dummy variables; class number</source>
        <translation>独热；独热码；one-hot 编码；哑变量；类别编号</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>A table of actual classes by predicted ones: correct predictions are on the diagonal.</source>
        <translation>实际类别与预测类别的对照表：预测正确的在对角线上。</translation>
    </message>
    <message>
        <source>Away from the diagonal it shows which classes are taken for which.</source>
        <translation>对角线以外的格子告诉你哪一类被错认成了哪一类。</translation>
    </message>
    <message>
        <source>precision; recall</source>
        <translation>查准率；查全率；召回率</translation>
    </message>
    <message>
        <source>Data leakage</source>
        <translation>数据泄漏</translation>
    </message>
    <message>
        <source>Something about the test data reached training, so that the test result is too good.</source>
        <translation>测试数据的信息漏进了训练，测试结果就会虚高。</translation>
    </message>
    <message>
        <source>Examples that are in both sets leak; so do columns that are known only after the answer.</source>
        <translation>同一样本既在训练集又在测试集，就是泄漏；只有知道答案后才有的列也一样。</translation>
    </message>
    <message>
        <source>leak</source>
        <translation>数据泄露；信息泄漏</translation>
    </message>
    <message>
        <source>parameter; connection strength</source>
        <translation>权值；参数；连接强度</translation>
    </message>
    <message>
        <source>threshold; intercept; offset</source>
        <translation>偏差；偏置项；偏移；门限；截距</translation>
    </message>
    <message>
        <source>number of neurons; width of a layer</source>
        <translation>神经元个数；单元数；层的宽度</translation>
    </message>
    <message>
        <source>intermediate layer</source>
        <translation>隐层；中间层</translation>
    </message>
    <message>
        <source>transfer function; nonlinearity</source>
        <translation>激励函数；传递函数；非线性函数</translation>
    </message>
    <message>
        <source>normalized exponential; probabilities of classes</source>
        <translation>归一化指数函数；类别概率</translation>
    </message>
    <message>
        <source>initial weights; first weights</source>
        <translation>权重初始化；初始权重；初始化方法</translation>
    </message>
    <message>
        <source>random deactivation; dropout layer</source>
        <translation>随机失活；丢弃法；丢弃层</translation>
    </message>
    <message>
        <source>batch normalization; layer normalization</source>
        <translation>批归一化；批标准化；层归一化</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Adds up its inputs times their weights, adds its bias, and passes the sum through its activation function.</source>
        <translation>把每个输入乘以权重后相加，再加上偏置，最后把这个和送进激活函数。</translation>
    </message>
    <message>
        <source>Compare a nerve cell: dendrites receive, the cell body adds up, the axon sends, and a synapse is strong or weak like a weight.</source>
        <translation>对比神经细胞：树突接收信号，细胞体求和，轴突输出；突触有强有弱，就像权重。</translation>
    </message>
    <message>
        <source>artificial neuron; node; dendrite; cell body; axon; synapse</source>
        <translation>人工神经元；节点；树突；细胞体；轴突；突触；生物神经元</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>感知机</translation>
    </message>
    <message>
        <source>One neuron with a step: it answers 1 if its weighted sum is above 0, and 0 otherwise.</source>
        <translation>带阶跃函数的单个神经元：加权和大于 0 时输出 1，否则输出 0。</translation>
    </message>
    <message>
        <source>It separates classes by a straight line only, so it learns AND and OR but never XOR.</source>
        <translation>它只能用一条直线分开两类，所以学得会“与”“或”，永远学不会“异或”。</translation>
    </message>
    <message>
        <source>single-layer perceptron; threshold unit</source>
        <translation>感知器；单层感知机；单层感知器</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>多层感知机</translation>
    </message>
    <message>
        <source>A network of dense layers one after another, with at least one hidden layer; numbers flow forward only.</source>
        <translation>由全连接层一层接一层组成的网络，至少有一个隐藏层；数据只向前流动。</translation>
    </message>
    <message>
        <source>More hidden layers can express more; some articles also count the input as a layer, nnplay and Keras do not.</source>
        <translation>隐藏层越多，能表达的越多；有的文章把输入也算作一层，nnplay 和 Keras 不算。</translation>
    </message>
    <message>
        <source>MLP; feed-forward network; fully connected network; number of layers</source>
        <translation>MLP；多层感知器；前馈神经网络；全连接网络；层数</translation>
    </message>
    <message>
        <source>Dense layer</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Each of its neurons is connected to every output of the layer before.</source>
        <translation>它的每个神经元都与前一层的所有输出相连。</translation>
    </message>
    <message>
        <source>It has (inputs + 1) × neurons numbers to learn: one weight for each connection and one bias for each neuron.</source>
        <translation>要学的数有（输入数 + 1）× 神经元数 个：每条连接一个权重，每个神经元一个偏置。</translation>
    </message>
    <message>
        <source>fully connected layer</source>
        <translation>密集层；稠密层</translation>
    </message>
    <message>
        <source>Input layer</source>
        <translation>输入层</translation>
    </message>
    <message>
        <source>Where an example enters: one number for each of its features.</source>
        <translation>样本进入网络的地方：每个特征对应一个数。</translation>
    </message>
    <message>
        <source>It computes nothing; Keras asks for its size once, at the first layer.</source>
        <translation>它不做任何计算；Keras 只在第一层要你说明它的大小。</translation>
    </message>
    <message>
        <source>number of inputs; input shape</source>
        <translation>输入维度；输入个数；输入形状</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>The last layer: its numbers are the network&apos;s answer.</source>
        <translation>最后一层：它的输出就是网络的答案。</translation>
    </message>
    <message>
        <source>One sigmoid neuron answers yes or no, one softmax neuron for each class chooses, one linear neuron gives a quantity.</source>
        <translation>一个 sigmoid 神经元回答是或否；每类一个 softmax 神经元做选择；一个线性神经元给出数值。</translation>
    </message>
    <message>
        <source>Weight matrix</source>
        <translation>权重矩阵</translation>
    </message>
    <message>
        <source>All weights between two layers as a table: a row for where a connection starts, a column for where it ends.</source>
        <translation>两层之间的所有权重排成一张表：行是连接的起点，列是连接的终点。</translation>
    </message>
    <message>
        <source>So z = xW gives all weighted sums at once; some articles write it the other way round, Wx, with rows and columns swapped.</source>
        <translation>于是 z = xW 一次算出所有加权和；有的文章写作 Wx，行和列互换。</translation>
    </message>
    <message>
        <source>kernel matrix; matrix multiplication</source>
        <translation>权值矩阵；矩阵乘法</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Computes the answer layer by layer, from the input to the output.</source>
        <translation>从输入到输出，逐层算出答案。</translation>
    </message>
    <message>
        <source>Each layer needs only the numbers of the layer before; training and prediction both begin with it.</source>
        <translation>每一层只需要前一层的数；训练和预测都从它开始。</translation>
    </message>
    <message>
        <source>forward propagation; feed forward; inference</source>
        <translation>正向传播；向前传播；前馈；推断</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>Where the network&apos;s answer changes from one class to another.</source>
        <translation>网络的答案从一类变为另一类的地方。</translation>
    </message>
    <message>
        <source>One neuron draws a straight line; hidden layers bend and join such lines.</source>
        <translation>一个神经元只能画出一条直线；隐藏层把这些直线弯折、拼接起来。</translation>
    </message>
    <message>
        <source>linearly separable; linear classifier</source>
        <translation>分界线；线性可分；线性分类器</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>A small square of weights that slides over a picture and reports where it finds its pattern.</source>
        <translation>一小块权重，在图片上滑动，报告哪里出现了它要找的图案。</translation>
    </message>
    <message>
        <source>More filters find more patterns; each gives one more channel.</source>
        <translation>卷积核越多，找到的图案越多；每个卷积核多输出一个通道。</translation>
    </message>
    <message>
        <source>convolution; kernel of a picture; feature map</source>
        <translation>卷积；滤波器；过滤器；特征图</translation>
    </message>
    <message>
        <source>step size; ε; η; α</source>
        <translation>步长；学习速率；学习速度</translation>
    </message>
    <message>
        <source>mini-batch; batch</source>
        <translation>批；批量；批次；小批量；批尺寸</translation>
    </message>
    <message>
        <source>pass through the data; round</source>
        <translation>时期；轮；回合；周期；训练轮数</translation>
    </message>
    <message>
        <source>slope; derivative; partial derivative</source>
        <translation>斜率；导数；偏导数</translation>
    </message>
    <message>
        <source>backward pass; backprop; chain rule; BP</source>
        <translation>反向传播算法；后向传播；误差反向传播；链式法则；BP</translation>
    </message>
    <message>
        <source>SGD; Adam; RMSprop</source>
        <translation>优化算法；优化方法；随机梯度下降</translation>
    </message>
    <message>
        <source>heavy ball</source>
        <translation>动量法；冲量</translation>
    </message>
    <message>
        <source>learning rate decay</source>
        <translation>学习率衰减；学习率策略</translation>
    </message>
    <message>
        <source>loss function; cost function; objective; error</source>
        <translation>损失函数；代价函数；成本函数；目标函数；误差</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>训练误差</translation>
    </message>
    <message>
        <source>validation loss; validation error; generalization error</source>
        <translation>验证损失；验证误差；测试误差；泛化误差</translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation>正确率；精度；精确度</translation>
    </message>
    <message>
        <source>measures; evaluation</source>
        <translation>评价指标；评估指标；度量</translation>
    </message>
    <message>
        <source>weight decay; penalty; L1; L2</source>
        <translation>权重衰减；惩罚项；L1；L2</translation>
    </message>
    <message>
        <source>stop in time</source>
        <translation>提前停止；提前终止；早停法</translation>
    </message>
    <message>
        <source>gradient norm</source>
        <translation>梯度截断</translation>
    </message>
    <message>
        <source>exploding loss; no convergence</source>
        <translation>不收敛；损失爆炸</translation>
    </message>
    <message>
        <source>overtraining; memorizing</source>
        <translation>过度拟合；过学习；死记硬背</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Lowers the loss by moving every weight a little against its gradient, again and again.</source>
        <translation>让每个权重一次又一次地沿梯度的反方向移动一点，从而降低损失。</translation>
    </message>
    <message>
        <source>w ← w − learning rate × gradient; the minus sign takes it downhill.</source>
        <translation>w ← w − 学习率 × 梯度；减号让它往下坡走。</translation>
    </message>
    <message>
        <source>steepest descent; minimum; update rule; stochastic gradient descent</source>
        <translation>最速下降；梯度下降法；极小值；最小值；更新规则；权重更新</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>Gradients that shrink from layer to layer on their way back, until the first layers hardly learn.</source>
        <translation>梯度在往回传的路上逐层变小，直到最前面的几层几乎学不动。</translation>
    </message>
    <message>
        <source>Saturated neurons and many layers make it worse; ReLU, skip connections and normalization help.</source>
        <translation>饱和的神经元和过多的层会使它更严重；ReLU、跳跃连接和归一化有帮助。</translation>
    </message>
    <message>
        <source>exploding gradient</source>
        <translation>梯度弥散；梯度爆炸</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>扰动</translation>
    </message>
    <message>
        <source>Measures a gradient by hand: change one weight a little and see how much the loss changes.</source>
        <translation>用手工办法测梯度：把一个权重改动一点点，看损失变化多少。</translation>
    </message>
    <message>
        <source>It needs two forward passes for every weight; backpropagation finds all gradients in one.</source>
        <translation>每个权重都要做两次前向传播；反向传播一次就求出所有梯度。</translation>
    </message>
    <message>
        <source>numerical gradient; finite difference; nudge</source>
        <translation>扰动法；数值梯度；数值微分；差商</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>One update of the weights, from one batch of examples.</source>
        <translation>用一批样本更新一次权重。</translation>
    </message>
    <message>
        <source>An epoch has as many steps as there are batches: 1000 examples in batches of 8 make 125.</source>
        <translation>一个轮次有多少批就有多少步：1000 个样本、每批 8 个，就是 125 步。</translation>
    </message>
    <message>
        <source>iteration; update; steps per epoch</source>
        <translation>迭代；迭代次数；更新一次</translation>
    </message>
    <message>
        <source>Hyperparameter</source>
        <translation>超参数</translation>
    </message>
    <message>
        <source>A setting that people choose before training, such as learning rate, batch size or number of layers.</source>
        <translation>训练之前由人选定的设置，例如学习率、批大小、层数。</translation>
    </message>
    <message>
        <source>Weights and biases are parameters: training finds them. Hyperparameters are found by trying, on data held back for it.</source>
        <translation>权重和偏置是参数，由训练得到；超参数要靠尝试来选，而且要用留出来的数据判断。</translation>
    </message>
    <message>
        <source>tuning; setting; parameter</source>
        <translation>超参；调参；参数</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>The difference between answer and target, squared: (a − y)².</source>
        <translation>答案与目标之差的平方：(a − y)²。</translation>
    </message>
    <message>
        <source>Twice the difference counts four times; with a factor ½ before it, its derivative is just a − y.</source>
        <translation>差两倍，损失就是四倍；前面乘 ½，导数就正好是 a − y。</translation>
    </message>
    <message>
        <source>mean squared error; MSE; quadratic loss; quadratic cost; mean absolute error</source>
        <translation>均方误差；均方差；二次代价函数；平方差；MSE；平均绝对误差</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>The loss for probabilities: −ln of the probability that the network gave to the true class.</source>
        <translation>用于概率的损失：网络给正确类别的概率，取对数再加负号。</translation>
    </message>
    <message>
        <source>A wrong answer given with confidence costs most; of the sum over classes, only the true class&apos;s term survives.</source>
        <translation>越自信的错误代价越大；对各类求和时，只有正确类别那一项留下来。</translation>
    </message>
    <message>
        <source>log loss; binary cross-entropy; categorical cross-entropy; maximum likelihood</source>
        <translation>对数损失；二元交叉熵；多类交叉熵；最大似然</translation>
    </message>
    <message>
        <source>Underfitting</source>
        <translation>欠拟合</translation>
    </message>
    <message>
        <source>The network is too small, or trained too little, to learn even its training data.</source>
        <translation>网络太小或训练太少，连训练数据都没学好。</translation>
    </message>
    <message>
        <source>More neurons, longer training or a better learning rate help; more data do not.</source>
        <translation>增加神经元、训练更久或换更合适的学习率有帮助；增加数据没有用。</translation>
    </message>
    <message>
        <source>too simple a model</source>
        <translation>拟合不足</translation>
    </message>
    <message>
        <source>Keras&apos;s steps</source>
        <translation>Keras 的步骤</translation>
    </message>
    <message>
        <source>Load the data, define the model, compile it, fit it, evaluate it and predict.</source>
        <translation>载入数据、定义模型、编译、训练、评估、预测。</translation>
    </message>
    <message>
        <source>nnplay&apos;s window reads in the same order, and the panel Code shows the same program.</source>
        <translation>nnplay 的窗口也是这个顺序，“代码”面板里就是同样的程序。</translation>
    </message>
    <message>
        <source>Keras; model; compile; fit; evaluate; summary; picture of the model; TensorFlow</source>
        <translation>Keras；模型；编译；拟合；评估；模型图；TensorFlow</translation>
    </message>
    <message>
        <source>Step function</source>
        <translation>阶跃函数</translation>
    </message>
    <message>
        <source>Answers 1 for inputs above 0, and 0 otherwise.</source>
        <translation>输入大于 0 时输出 1，否则输出 0。</translation>
    </message>
    <message>
        <source>Its slope is 0 everywhere, so gradient descent cannot train it; sigmoid is its smooth relative.</source>
        <translation>它的斜率处处为 0，梯度下降无法训练它；sigmoid 是它的平滑版本。</translation>
    </message>
    <message>
        <source>threshold function; Heaviside function</source>
        <translation>门限函数；二值函数；单位阶跃</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid 函数</translation>
    </message>
    <message>
        <source>Squeezes any number into 0 to 1: σ(z) = 1 / (1 + e⁻ᶻ).</source>
        <translation>把任意数压缩到 0 和 1 之间：σ(z) = 1 / (1 + e⁻ᶻ)。</translation>
    </message>
    <message>
        <source>Its output can be read as a probability; far from 0 it saturates, and its slope is never more than 0.25.</source>
        <translation>输出可以看作概率；离 0 远时饱和，斜率最大只有 0.25。</translation>
    </message>
    <message>
        <source>logistic function; S curve; σ</source>
        <translation>S 型函数；逻辑函数；S 形曲线</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>双曲正切 tanh</translation>
    </message>
    <message>
        <source>Squeezes any number into −1 to 1. It is a sigmoid, rescaled: tanh(z) = 2σ(2z) − 1.</source>
        <translation>把任意数压缩到 −1 和 1 之间。它就是缩放后的 sigmoid：tanh(z) = 2σ(2z) − 1。</translation>
    </message>
    <message>
        <source>Its output is zero-centred, and its slope at 0 is 1, four times a sigmoid&apos;s; far from 0 it saturates as well.</source>
        <translation>输出以零为中心，在 0 处的斜率为 1，是 sigmoid 的四倍；离 0 远时同样饱和。</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>双曲正切函数</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU 函数</translation>
    </message>
    <message>
        <source>Keeps positive numbers and replaces negative ones by 0: max(0, z).</source>
        <translation>正数不变，负数变成 0：max(0, z)。</translation>
    </message>
    <message>
        <source>Its slope stays 1 for positive sums, so gradients do not fade; a neuron whose sums are all negative is dead.</source>
        <translation>加权和为正时斜率始终是 1，梯度不会衰减；加权和全为负的神经元就“死”了。</translation>
    </message>
    <message>
        <source>rectified linear unit; rectifier; leaky ReLU</source>
        <translation>线性整流函数；修正线性单元；整流函数</translation>
    </message>
    <message>
        <source>Zero-centred output</source>
        <translation>零均值输出</translation>
    </message>
    <message>
        <source>Outputs that lie on both sides of 0, as those of tanh do; those of sigmoid are all positive.</source>
        <translation>输出分布在 0 的两侧，tanh 就是这样；sigmoid 的输出全是正数。</translation>
    </message>
    <message>
        <source>If all inputs of a neuron are positive, all its weights must rise or fall together, and training zigzags.</source>
        <translation>如果神经元的输入全是正数，它的权重只能一起增大或一起减小，训练就会走“之”字形。</translation>
    </message>
    <message>
        <source>zero mean; centred at zero</source>
        <translation>以零为中心；以 0 为中心；零中心化</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>A neuron is saturated where its activation function is nearly flat: its output hardly changes any more.</source>
        <translation>激活函数几乎变平的地方，神经元就饱和了：输出几乎不再变化。</translation>
    </message>
    <message>
        <source>There the slope is near 0, hardly any gradient gets through, and the weights before it hardly learn.</source>
        <translation>那里斜率接近 0，梯度几乎传不过去，前面的权重几乎学不动。</translation>
    </message>
    <message>
        <source>saturated neuron; flat region</source>
        <translation>饱和区；饱和神经元</translation>
    </message>
    <message>
        <source>Dead neuron</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>A neuron whose slope is 0 for every example, such as a ReLU whose sums are all negative.</source>
        <translation>对所有样本斜率都为 0 的神经元，例如加权和全为负的 ReLU。</translation>
    </message>
    <message>
        <source>It no longer learns; a smaller learning rate, other initial weights or a leaky ReLU help.</source>
        <translation>它不再学习；可以减小学习率、换一组初始权重，或改用 leaky ReLU。</translation>
    </message>
    <message>
        <source>dying ReLU; dead unit</source>
        <translation>神经元死亡；死神经元</translation>
    </message>
    <message>
        <source>Artificial intelligence</source>
        <translation>人工智能</translation>
    </message>
    <message>
        <source>Programs that do what is thought to need intelligence; machine learning is one way to make them.</source>
        <translation>能完成一般认为需要智能的任务的程序；机器学习是实现它的一种方法。</translation>
    </message>
    <message>
        <source>It contains machine learning, which contains deep learning.</source>
        <translation>人工智能包含机器学习，机器学习又包含深度学习。</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>AI；人工智慧</translation>
    </message>
    <message>
        <source>Machine learning</source>
        <translation>机器学习</translation>
    </message>
    <message>
        <source>Programs that find their rule in examples, instead of being given it by people.</source>
        <translation>规则不由人写出，而是程序从样本中自己找到。</translation>
    </message>
    <message>
        <source>Neural networks are one kind; decision trees and nearest neighbours are others.</source>
        <translation>神经网络是其中一种；决策树、最近邻是另外几种。</translation>
    </message>
    <message>
        <source>ML</source>
        <translation>ML；机器学习算法</translation>
    </message>
    <message>
        <source>Deep learning</source>
        <translation>深度学习</translation>
    </message>
    <message>
        <source>Machine learning with networks of several layers, which learn their own features.</source>
        <translation>用多层网络进行的机器学习，特征由网络自己学到。</translation>
    </message>
    <message>
        <source>The more layers, the more steps from raw data, such as pixels, to the answer.</source>
        <translation>层数越多，从像素等原始数据到答案之间的步骤就越多。</translation>
    </message>
    <message>
        <source>DL; deep neural network; neural network</source>
        <translation>DL；深度神经网络；神经网络</translation>
    </message>
    <message>
        <source>Feature extraction</source>
        <translation>特征提取</translation>
    </message>
    <message>
        <source>Turning raw data into numbers that make the answer easy to find.</source>
        <translation>把原始数据变成容易得出答案的数。</translation>
    </message>
    <message>
        <source>People once wrote it by hand; a deep network learns its features in the hidden layers, together with the answer.</source>
        <translation>过去靠人手工设计；深度网络在隐藏层里自己学出特征，并与答案一起训练。</translation>
    </message>
    <message>
        <source>feature engineering; learned features; representation learning</source>
        <translation>特征工程；特征学习；表示学习；自动提取特征</translation>
    </message>
    <message>
        <source>End-to-end learning</source>
        <translation>端到端学习</translation>
    </message>
    <message>
        <source>One network learns the whole way from raw data to the answer, with one loss.</source>
        <translation>从原始数据到答案，全程由一个网络用同一个损失来学习。</translation>
    </message>
    <message>
        <source>Nobody has to say what comes between; it needs more data than a chain of hand-made steps.</source>
        <translation>中间的步骤不用人规定；但比手工设计的一串步骤需要更多数据。</translation>
    </message>
    <message>
        <source>end to end</source>
        <translation>端到端</translation>
    </message>
    <message>
        <source>Supervised learning</source>
        <translation>监督学习</translation>
    </message>
    <message>
        <source>Learning from examples whose true answers are known.</source>
        <translation>从已知正确答案的样本中学习。</translation>
    </message>
    <message>
        <source>Classification and regression are of this kind, as is everything in nnplay; without answers it is unsupervised.</source>
        <translation>分类和回归都属于这一种，nnplay 里的也都是；没有正确答案的叫无监督学习。</translation>
    </message>
    <message>
        <source>labelled data; unsupervised learning</source>
        <translation>有监督学习；无监督学习；非监督学习；标注数据</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>The answer is one of several classes, such as a digit or yes or no.</source>
        <translation>答案是若干类别之一，例如哪个数字、是或否。</translation>
    </message>
    <message>
        <source>The last layer gives probabilities: sigmoid for two classes, softmax for more.</source>
        <translation>最后一层给出概率：两类用 sigmoid，多类用 softmax。</translation>
    </message>
    <message>
        <source>classifier; classes; logistic regression</source>
        <translation>分类器；类别；逻辑回归；分类问题</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>The answer is a quantity, such as a price or a temperature.</source>
        <translation>答案是一个数量，例如价格、温度。</translation>
    </message>
    <message>
        <source>The last layer is linear, and the loss measures the distance, as the squared error does.</source>
        <translation>最后一层是线性的，损失衡量差距，例如平方误差。</translation>
    </message>
    <message>
        <source>quantity; curve fitting</source>
        <translation>回归问题；曲线拟合；数值预测</translation>
    </message>
    <message>
        <source>Clustering</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Finding groups in examples that have no answers.</source>
        <translation>在没有答案的样本中找出分组。</translation>
    </message>
    <message>
        <source>It is unsupervised learning; nnplay&apos;s networks do not do it, but it is good to know the difference.</source>
        <translation>它属于无监督学习；nnplay 的网络不做聚类，但应该知道两者的区别。</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>分组；聚类分析</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>线性回归</translation>
    </message>
    <message>
        <source>Fitting a straight line: a network of one linear neuron, ŷ = wx + b, with the squared error.</source>
        <translation>拟合一条直线：只有一个线性神经元的网络，ŷ = wx + b，损失用平方误差。</translation>
    </message>
    <message>
        <source>Training finds the slope w and the intercept b; the example “Two ways to fit a line” is this network.</source>
        <translation>训练求出斜率 w 和截距 b；示例“y = 3x 的两种拟合”就是这个网络。</translation>
    </message>
    <message>
        <source>straight line; least squares; line fit</source>
        <translation>最小二乘；直线拟合；一元线性回归</translation>
    </message>
    <message>
        <source>What deep learning costs</source>
        <translation>深度学习的代价</translation>
    </message>
    <message>
        <source>It needs many examples and much computing, it overfits easily, and it is hard to say why it answers as it does.</source>
        <translation>需要大量样本和算力，容易过拟合，而且很难说清它为什么这样回答。</translation>
    </message>
    <message>
        <source>For small tables, simpler methods often do as well; compare before you build a deeper network.</source>
        <translation>数据少的表格，简单的方法往往一样好；加深网络之前先比一比。</translation>
    </message>
    <message>
        <source>limits of deep learning; interpretability; computing power; amount of data</source>
        <translation>深度学习的缺点；可解释性；黑箱；算力；数据量</translation>
    </message>
</context>
<context>
    <name>hands</name>
    <message>
        <source>1 with a foot</source>
        <translation>带底横的 1</translation>
    </message>
    <message>
        <source>4 open at the top</source>
        <translation>上端开口的 4</translation>
    </message>
    <message>
        <source>7 with a bar</source>
        <translation>中间带横的 7</translation>
    </message>
    <message>
        <source>7 with a foot</source>
        <translation>带底横的 7</translation>
    </message>
    <message>
        <source>9 with a hook</source>
        <translation>带钩的 9</translation>
    </message>
    <message>
        <source>A fast mouse</source>
        <translation>快速移动的鼠标</translation>
    </message>
</context>
<context>
    <name>landscape</name>
    <message>
        <source>initial weight {w}</source>
        <translation>初始权重 {w}</translation>
    </message>
    <message>
        <source>gradient {slope}</source>
        <translation>梯度 {slope}</translation>
    </message>
    <message>
        <source>learning rate {rate}</source>
        <translation>学习率 {rate}</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>minimum {w}</source>
        <translation>最小值 {w}</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>English</source>
        <translation>中文</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Conv2D</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>平均池化</translation>
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
        <source>Skipped</source>
        <translation>已跳过</translation>
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
    <message>
        <source>Neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>height × width × channels → height × width × filters</source>
        <translation>高 × 宽 × 通道 → 高 × 宽 × 卷积核数</translation>
    </message>
    <message>
        <source>Where an example enters the network.</source>
        <translation>样本从这里进入网络。</translation>
    </message>
    <message>
        <source>Neurons, each with a weighted sum of all outputs of the previous layer.</source>
        <translation>每个神经元对前一层的全部输出加权求和。</translation>
    </message>
    <message>
        <source>Applies an activation function to every number; has nothing to learn.</source>
        <translation>用激活函数变换每个数；没有要学习的参数。</translation>
    </message>
    <message>
        <source>Switches off random neurons during training, against overfitting.</source>
        <translation>训练时随机丢弃一些神经元，防止过拟合。</translation>
    </message>
    <message>
        <source>Turns the pixels of a picture into one row of numbers.</source>
        <translation>把图片的像素排成一行数。</translation>
    </message>
    <message>
        <source>Scales each neuron&apos;s numbers to mean 0 and standard deviation 1 over a batch, then rescales them.</source>
        <translation>使每个神经元的输出在一批样本中均值为 0、标准差为 1，再进行缩放。</translation>
    </message>
    <message>
        <source>Scales the numbers of each example to mean 0 and standard deviation 1, then rescales them.</source>
        <translation>使每个样本的各个数均值为 0、标准差为 1，再进行缩放。</translation>
    </message>
    <message>
        <source>Small filters slide over a picture and report where they find their pattern.</source>
        <translation>小的卷积核在图片上滑动，指出哪里有它要找的图案。</translation>
    </message>
    <message>
        <source>Shrinks a picture: keeps the largest number of each small square.</source>
        <translation>缩小图片：每个小方块只保留最大的数。</translation>
    </message>
    <message>
        <source>Shrinks a picture: keeps the mean of each small square.</source>
        <translation>缩小图片：每个小方块只保留平均值。</translation>
    </message>
    <message>
        <source>Adds a little random noise to every number during training, against overfitting.</source>
        <translation>训练时给每个数加一点随机量，防止过拟合。</translation>
    </message>
    <message>
        <source>Passes all numbers through; reactivate it from its menu.</source>
        <translation>让数据直接通过；可从菜单中恢复使用。</translation>
    </message>
    <message>
        <source>Against overfitting</source>
        <translation>防止过拟合</translation>
    </message>
    <message>
        <source>any shape → same shape</source>
        <translation>任意形状 → 相同形状</translation>
    </message>
    <message>
        <source>height × width × channels → smaller height × width, same channels</source>
        <translation>高 × 宽 × 通道 → 更小的高 × 宽，通道不变</translation>
    </message>
    <message>
        <source>a row of numbers → one number per unit</source>
        <translation>一行数 → 与神经元数量相同的数</translation>
    </message>
    <message>
        <source>height × width × channels → one number per channel</source>
        <translation>高 × 宽 × 通道 → 每个通道一个数</translation>
    </message>
    <message>
        <source>any shape → one row with the same count of numbers</source>
        <translation>任意形状 → 同样多的数排成一行</translation>
    </message>
    <message>
        <source>any shape → another shape with the same count of numbers</source>
        <translation>任意形状 → 同样多的数的另一形状</translation>
    </message>
    <message>
        <source>several equal shapes → same shape</source>
        <translation>多个相同形状 → 该形状</translation>
    </message>
    <message>
        <source>several shapes → one shape, lengths added along one axis</source>
        <translation>多个形状 → 沿一个轴拼接</translation>
    </message>
    <message>
        <source>fully connected layer; linear layer; hidden layer; neurons</source>
        <translation>全连接；密集层；线性层；隐藏层；神经元</translation>
    </message>
    <message>
        <source>activation function; nonlinearity; ReLU; sigmoid; tanh</source>
        <translation>激活函数；非线性；ReLU；sigmoid；tanh</translation>
    </message>
    <message>
        <source>regularization; random deactivation</source>
        <translation>正则化；随机失活；丢弃法；防止过拟合</translation>
    </message>
    <message>
        <source>unroll; picture to row</source>
        <translation>展平；拉平；压平</translation>
    </message>
    <message>
        <source>batch normalization; BN; standardize</source>
        <translation>批归一化；批标准化；标准化</translation>
    </message>
    <message>
        <source>layer normalization; LN</source>
        <translation>层归一化；层标准化</translation>
    </message>
    <message>
        <source>convolution; filters; kernel; CNN</source>
        <translation>卷积；卷积层；卷积核；滤波器</translation>
    </message>
    <message>
        <source>max pool; subsampling; downsampling</source>
        <translation>最大池化；下采样；降采样</translation>
    </message>
    <message>
        <source>mean pool; average pool; downsampling</source>
        <translation>平均池化；均值池化；下采样</translation>
    </message>
    <message>
        <source>global average pooling; GAP</source>
        <translation>全局平均池化；全局池化</translation>
    </message>
    <message>
        <source>shape; rearrange</source>
        <translation>形状；变形</translation>
    </message>
    <message>
        <source>regularization; Gaussian noise; jitter</source>
        <translation>正则化；高斯噪声；抖动</translation>
    </message>
    <message>
        <source>skip connection; residual; shortcut; sum</source>
        <translation>跳跃连接；残差连接；捷径；相加；求和</translation>
    </message>
    <message>
        <source>skip connection; join; merge; side by side</source>
        <translation>跳跃连接；拼接；合并；连接</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>占位</translation>
    </message>
    <message>
        <source>Stands for a layer that nnplay does not have.</source>
        <translation>代表 nnplay 没有的一种层。</translation>
    </message>
    <message>
        <source>nnplay&apos;s layer of this kind lacks {setting}.</source>
        <translation>nnplay 的这种层没有 {setting}。</translation>
    </message>
    <message>
        <source>nnplay has no such layer.</source>
        <translation>nnplay 没有这种层。</translation>
    </message>
    <message>
        <source>What comes before it runs, what comes after it does not.</source>
        <translation>它之前的部分可以运行，之后的不能。</translation>
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
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>正在读取表格</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>Scanning the table</source>
        <translation>正在查看表格</translation>
    </message>
    <message>
        <source>Training with other seeds</source>
        <translation>正在用其他随机种子训练</translation>
    </message>
    <message>
        <source>Reading the networks</source>
        <translation>正在读取网络</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>{name}, smoothed</source>
        <translation>{name}（平滑）</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
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
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>准确率（%）</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
</context>
<context>
    <name>narration</name>
    <message>
        <source>“{layer}” sends each number through {function}.</source>
        <translation>“{layer}”让每个数经过{function}。</translation>
    </message>
    <message>
        <source>“{layer}” takes the mean of each channel over the whole picture.</source>
        <translation>“{layer}”取每个通道在整幅图像上的平均值。</translation>
    </message>
    <message>
        <source>Each number of a window gets the same share of the gradient.</source>
        <translation>窗口中的每个数分到同样多的梯度。</translation>
    </message>
    <message>
        <source>The output is exactly right: the loss is {loss}.</source>
        <translation>输出完全正确：损失是 {loss}。</translation>
    </message>
    <message>
        <source>A higher output would mean a smaller loss, so the output has to rise.</source>
        <translation>输出越高，损失越小，所以输出应当升高。</translation>
    </message>
    <message>
        <source>{weight} fell by {size}: the output was {difference} too high and {input} was positive.</source>
        <translation>{weight} 减小了 {size}：输出偏高 {difference}，而 {input} 是正数。</translation>
    </message>
    <message>
        <source>{weight} fell by {size}: the output was {difference} too low and {input} was negative.</source>
        <translation>{weight} 减小了 {size}：输出偏低 {difference}，而 {input} 是负数。</translation>
    </message>
    <message>
        <source>{weight} rose by {size}: the output was {difference} too high and {input} was negative.</source>
        <translation>{weight} 增大了 {size}：输出偏高 {difference}，而 {input} 是负数。</translation>
    </message>
    <message>
        <source>{weight} rose by {size}: the output was {difference} too low and {input} was positive.</source>
        <translation>{weight} 增大了 {size}：输出偏低 {difference}，而 {input} 是正数。</translation>
    </message>
    <message>
        <source>{weight} fell by {size}: the output was {difference} too high.</source>
        <translation>{weight} 减小了 {size}：输出偏高 {difference}。</translation>
    </message>
    <message>
        <source>{weight} rose by {size}: the output was {difference} too low.</source>
        <translation>{weight} 增大了 {size}：输出偏低 {difference}。</translation>
    </message>
    <message>
        <source>No weight moved.</source>
        <translation>没有权重移动。</translation>
    </message>
    <message>
        <source>The loss falls from {loss} to {new_loss}.</source>
        <translation>损失从 {loss} 降到 {new_loss}。</translation>
    </message>
    <message>
        <source>The loss rises from {loss} to {new_loss}: the step was too long, try a smaller learning rate.</source>
        <translation>损失从 {loss} 升到 {new_loss}：步子太大了，试试更小的学习率。</translation>
    </message>
    <message>
        <source>The loss stays at {loss}.</source>
        <translation>损失保持在 {loss}。</translation>
    </message>
    <message>
        <source>Each neuron of “{layer}” multiplies its inputs by its weights and adds everything up.</source>
        <translation>“{layer}”的每个神经元把输入乘以各自的权重，再全部加起来。</translation>
    </message>
    <message>
        <source>Each neuron of “{layer}” adds up its weighted inputs; {function} turns the sum into its output.</source>
        <translation>“{layer}”的每个神经元把加权后的输入相加；{function} 把这个和变成输出。</translation>
    </message>
    <message>
        <source>At every position of the picture each filter of “{layer}” multiplies the {size} window under it by its weights and adds everything up. Here: row {row}, column {column}.</source>
        <translation>在图像的每个位置，“{layer}”的每个卷积核把它下面 {size} 的窗口与自己的权重逐个相乘再求和。这里是第 {row} 行第 {column} 列。</translation>
    </message>
    <message>
        <source>“{layer}” passes on the largest number of each {size} window. In row {row}, column {column}, first channel, that is {winner}.</source>
        <translation>“{layer}”只让每个 {size} 窗口中最大的数通过。第 {row} 行第 {column} 列第一个通道中，胜出的是 {winner}。</translation>
    </message>
    <message>
        <source>“{layer}” takes the mean of each {size} window. Here: row {row}, column {column}.</source>
        <translation>“{layer}”取每个 {size} 窗口的平均值。这里是第 {row} 行第 {column} 列。</translation>
    </message>
    <message>
        <source>During training, “{layer}” uses the mean and variance of the batch, here of {count} numbers; prediction uses the running ones, which follow them slowly. Then the scale γ and the shift β are applied.</source>
        <translation>训练时“{layer}”用这一批的均值和方差，这里是 {count} 个数的；预测时用滑动的均值和方差，它们慢慢跟随。然后乘以缩放 γ，加上平移 β。</translation>
    </message>
    <message>
        <source>During training, “{layer}” uses the mean and variance of the batch. For a single number these are the number itself and 0: only the shift β is left. A batch shows more.</source>
        <translation>训练时“{layer}”用这一批的均值和方差。只有一个数时，均值就是它自己，方差为 0：只剩下平移 β。选“一批的平均”能看到更多。</translation>
    </message>
    <message>
        <source>“{layer}” uses the mean and variance of the example&apos;s own {count} numbers. Then the scale γ and the shift β are applied.</source>
        <translation>“{layer}”用这个样本自己的 {count} 个数的均值和方差。然后乘以缩放 γ，加上平移 β。</translation>
    </message>
    <message>
        <source>During training, “{layer}” drops each number with probability {rate}, this time {count} of {total}; the others are multiplied by {factor} to make up for it.</source>
        <translation>训练时“{layer}”以 {rate} 的概率丢弃每个数，这次 {total} 个中丢弃了 {count} 个；其余的乘以 {factor} 作为补偿。</translation>
    </message>
    <message>
        <source>During training, “{layer}” adds some noise to each number.</source>
        <translation>训练时“{layer}”给每个数加上一点噪声。</translation>
    </message>
    <message>
        <source>“{layer}” adds its inputs, number by number.</source>
        <translation>“{layer}”把各路输入逐个相加。</translation>
    </message>
    <message>
        <source>“{layer}” puts its inputs side by side.</source>
        <translation>“{layer}”把各路输入并排拼接。</translation>
    </message>
    <message>
        <source>“{layer}” has no weights: it passes its inputs on in its own way.</source>
        <translation>“{layer}”没有权重：它按自己的方式把输入传下去。</translation>
    </message>
    <message>
        <source>Each neuron of “{layer}” gets its share of the error: what comes back through its outgoing weights, times the slope of its activation function.</source>
        <translation>“{layer}”的每个神经元分担自己的一份误差：从输出端的权重传回来的量，乘以激活函数在此处的斜率。</translation>
    </message>
    <message>
        <source>Each weight of a filter of “{layer}” was used at every position of the picture: its gradient is the sum over all places.</source>
        <translation>“{layer}”的卷积核的每个权重在图像的每个位置都用到：它的梯度是所有位置之和。</translation>
    </message>
    <message>
        <source>The whole gradient goes to the largest number of its window; the others get 0.</source>
        <translation>梯度全部传给窗口中胜出的那个数，其余的得到 0。</translation>
    </message>
    <message>
        <source>Each number also changes the mean and variance, so its gradient depends on all numbers normalized with it.</source>
        <translation>每个数也影响了均值和方差，所以它的梯度与一起归一化的所有数有关。</translation>
    </message>
    <message>
        <source>No gradient passes through what was dropped.</source>
        <translation>被丢弃的地方没有梯度通过。</translation>
    </message>
    <message>
        <source>The gradient passes through “{layer}” unchanged.</source>
        <translation>梯度原样通过“{layer}”。</translation>
    </message>
    <message>
        <source>Example {number} comes in: {inputs}. The answer should be {target}.</source>
        <translation>输入第 {number} 个样本：{inputs}。正确答案应为 {target}。</translation>
    </message>
    <message>
        <source>{count} examples come in together; you see number {number}: {inputs}. The answer should be {target}.</source>
        <translation>{count} 个样本一起输入；这里看到的是第 {number} 个：{inputs}，它的答案应为 {target}。</translation>
    </message>
    <message>
        <source>The output is {difference} too high. The loss is {loss}.</source>
        <translation>输出偏高 {difference}，对应的损失是 {loss}。</translation>
    </message>
    <message>
        <source>The output is {difference} too low. The loss is {loss}.</source>
        <translation>输出偏低 {difference}，对应的损失是 {loss}。</translation>
    </message>
    <message>
        <source>The loss compares all outputs with their targets and turns the differences into one number: {loss}.</source>
        <translation>损失把所有输出与正确答案比较，得到一个数：{loss}。</translation>
    </message>
    <message>
        <source>The network gives the correct answer a probability of {probability}: the loss is {loss}.</source>
        <translation>网络给正确答案的概率是 {probability}：损失是 {loss}。</translation>
    </message>
    <message>
        <source>Up to a difference of {delta} the Huber loss is half its square; beyond that it is a straight line.</source>
        <translation>差不超过 {delta} 时，Huber 损失是差的平方的一半；超过之后沿直线继续。</translation>
    </message>
    <message>
        <source>The hinge loss wants each output on the correct side of 0, by at least 1; the shortfall is the loss: {loss}.</source>
        <translation>合页损失要求每个输出在 0 的正确一侧，至少相距 1；差多少，损失就是多少：{loss}。</translation>
    </message>
    <message>
        <source>A higher output would mean a larger loss, so the output has to fall.</source>
        <translation>输出越高，损失越大，所以输出应当降低。</translation>
    </message>
    <message>
        <source>The loss asks for no change of the output: no gradient flows back.</source>
        <translation>损失不要求输出改变：没有梯度往回传。</translation>
    </message>
    <message>
        <source>The derivative of the loss with respect to each output says which of them have to rise and which to fall.</source>
        <translation>损失对每个输出的导数说明哪些输出该升高，哪些该降低。</translation>
    </message>
    <message>
        <source>In “{layer}” every slope is 0: no gradient gets through, and the layers before it do not learn.</source>
        <translation>“{layer}”中所有斜率都是 0：梯度传不过去，它前面的部分都学不到东西。</translation>
    </message>
    <message>
        <source>{weight} fell by {size}: a larger value makes the loss larger.</source>
        <translation>{weight} 减小了 {size}：它越大，损失就越大。</translation>
    </message>
    <message>
        <source>{weight} rose by {size}: a larger value makes the loss smaller.</source>
        <translation>{weight} 增大了 {size}：它越大，损失就越小。</translation>
    </message>
    <message>
        <source>{weight} moved by {size}, but not because of its gradient alone.</source>
        <translation>{weight} 移动了 {size}，但不只是因为它的梯度。</translation>
    </message>
    <message>
        <source>{weight} did not change: the loss does not depend on it here.</source>
        <translation>{weight} 保持不变：在这里损失与它无关。</translation>
    </message>
    <message>
        <source>The example that you asked about comes in: {inputs}.</source>
        <translation>你询问的样本进入网络：{inputs}。</translation>
    </message>
    <message>
        <source>The example that you asked about comes in: {inputs}. The answer should be {target}.</source>
        <translation>你询问的样本进入网络：{inputs}。答案应为 {target}。</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Decision map</source>
        <translation>决策图</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Training doctor</source>
        <translation>训练医生</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Twins</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Two gradients</source>
        <translation>两种梯度</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>实验</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>Epoch {epoch}</source>
        <translation>第 {epoch} 轮次</translation>
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
        <translation>用 128 个神经元的隐藏层加 Dropout 层识别手写数字：生成的数字，或 MNIST 文件。</translation>
    </message>
    <message>
        <source>Digits, convolved</source>
        <translation>卷积识别数字</translation>
    </message>
    <message>
        <source>Two convolutions look for strokes wherever they are: more with fewer weights.</source>
        <translation>两层卷积在各处寻找笔画：权重更少，效果更好。</translation>
    </message>
    <message>
        <source>A forward pass by hand</source>
        <translation>手算前向传播</translation>
    </message>
    <message>
        <source>Two, three, one</source>
        <translation>二、三、一</translation>
    </message>
    <message>
        <source>One example through a sigmoid layer to an output and its squared error, 1.52.</source>
        <translation>一个样本经过 sigmoid 层得到输出，平方误差为 1.52。</translation>
    </message>
    <message>
        <source>One weight</source>
        <translation>一个权重</translation>
    </message>
    <message>
        <source>Gradient descent on a single weight: from 5 to 4.2 in one step, and on to 3.</source>
        <translation>单个权重的梯度下降：一步从 5 到 4.2，最后到 3。</translation>
    </message>
    <message>
        <source>The line y = 3x</source>
        <translation>直线 y = 3x</translation>
    </message>
    <message>
        <source>Five points on a line: a weight and a bias find 3 and 0.</source>
        <translation>一条直线上的五个点：权重和偏置学到 3 和 0。</translation>
    </message>
    <message>
        <source>The weight matrix</source>
        <translation>权重矩阵</translation>
    </message>
    <message>
        <source>Rows are where connections start, columns where they end: two by three weights.</source>
        <translation>行是连接的起点，列是连接的终点：二乘三个权重。</translation>
    </message>
    <message>
        <source>A chain of matrices</source>
        <translation>矩阵链</translation>
    </message>
    <message>
        <source>Five layers are five matrices, multiplied one after the other.</source>
        <translation>五层就是五个矩阵，依次相乘。</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>感知机</translation>
    </message>
    <message>
        <source>Three votes, one neuron with a step: find by hand how two of three win.</source>
        <translation>三张票，一个阶跃神经元：动手找出三票取二的权重。</translation>
    </message>
    <message>
        <source>Logical and</source>
        <translation>逻辑与</translation>
    </message>
    <message>
        <source>A single sigmoid neuron learns when both inputs are 1.</source>
        <translation>单个 sigmoid 神经元学会判断两个输入是否都为 1。</translation>
    </message>
    <message>
        <source>Logical or</source>
        <translation>逻辑或</translation>
    </message>
    <message>
        <source>A single sigmoid neuron learns when at least one input is 1.</source>
        <translation>单个 sigmoid 神经元学会判断是否至少有一个输入为 1。</translation>
    </message>
    <message>
        <source>Logical exclusive or</source>
        <translation>逻辑异或</translation>
    </message>
    <message>
        <source>Logical not-and</source>
        <translation>逻辑与非</translation>
    </message>
    <message>
        <source>The gate from which all others can be built, learned by a single neuron.</source>
        <translation>可以构造所有其他门的门，单个神经元就能学会。</translation>
    </message>
    <message>
        <source>Body measures</source>
        <translation>身体数据</translation>
    </message>
    <message>
        <source>Diabetes table</source>
        <translation>糖尿病表格</translation>
    </message>
    <message>
        <source>Iris table</source>
        <translation>鸢尾花表格</translation>
    </message>
    <message>
        <source>Starter network</source>
        <translation>入门网络</translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation>平面上的点</translation>
    </message>
    <message>
        <source>To compute by hand</source>
        <translation>可以手算的网络</translation>
    </message>
    <message>
        <source>Single neurons</source>
        <translation>单个神经元</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Handwritten digits to read</source>
        <translation>识别手写数字</translation>
    </message>
    <message>
        <source>Opposite corners belong together; no single neuron can separate them.</source>
        <translation>对角属于同一类：单个神经元无法分开。</translation>
    </message>
    <message>
        <source>Predict the height of a slope: regression at its simplest.</source>
        <translation>把斜坡的高度预测为一个数：最简单的回归。</translation>
    </message>
    <message>
        <source>Two inputs, two hidden neurons, one output: multiply, add, and the result is 9.</source>
        <translation>两个输入、两个隐藏神经元、一个输出：乘、加，结果是 9。</translation>
    </message>
    <message>
        <source>A single neuron cannot learn it: no straight line separates the corners. A hidden layer can.</source>
        <translation>单个神经元学不会：没有一条直线能分开这些角。加一个隐藏层就可以。</translation>
    </message>
    <message>
        <source>Eight measurements of 768 women, and who had diabetes: open your own copy of the CSV file.</source>
        <translation>768 名女性的八项指标和是否患糖尿病：请自备 CSV 文件。</translation>
    </message>
    <message>
        <source>Four lengths of 150 flowers of three species: open your own copy of the CSV file.</source>
        <translation>三种鸢尾花共 150 朵的四项长度：请自备 CSV 文件。</translation>
    </message>
    <message>
        <source>Weight, height and age of a thousand people, to tell male from female.</source>
        <translation>一千人的体重、身高和年龄：看它们能在多大程度上区分男女。</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空网络</translation>
    </message>
    <message>
        <source>Input and output only: choose data and build a network of your own.</source>
        <translation>只有输入和输出：选择数据，搭建你自己的网络。</translation>
    </message>
    <message>
        <source>To build yourself</source>
        <translation>自己搭建</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>Three arms</source>
        <translation>三旋臂</translation>
    </message>
    <message>
        <source>Checkers</source>
        <translation>棋盘</translation>
    </message>
    <message>
        <source>Above a curve</source>
        <translation>曲线之上</translation>
    </message>
    <message>
        <source>Logical not-or</source>
        <translation>逻辑或非</translation>
    </message>
    <message>
        <source>Logical equality</source>
        <translation>逻辑同或</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation>手绘的点</translation>
    </message>
    <message>
        <source>Generated digits</source>
        <translation>生成的数字</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>My pictures</source>
        <translation>我的图片</translation>
    </message>
</context>
<context>
    <name>program</name>
    <message>
        <source>The seed is nnplay&apos;s, but {library} draws other random numbers from it: another order of the examples.</source>
        <translation>种子与 nnplay 相同，但 {library} 用它抽出的随机数不同，样本的顺序也就不同。</translation>
    </message>
    <message>
        <source>Dropout and noise draw other random numbers than in nnplay.</source>
        <translation>Dropout 和噪声用的随机数与 nnplay 中的不同。</translation>
    </message>
    <message>
        <source>There is no {optimizer} here: {stand_in} stands in for it.</source>
        <translation>这里没有 {optimizer}，用 {stand_in} 代替。</translation>
    </message>
    <message>
        <source>This L-BFGS searches along its lines in another way, and remembers earlier steps.</source>
        <translation>这里的 L-BFGS 用另一种线搜索，还会记住之前的步骤。</translation>
    </message>
    <message>
        <source>Keras adds epsilon before it corrects the mean of the squares: the first steps are a little shorter.</source>
        <translation>Keras 在修正平方的均值之前就加上 epsilon，最初几步会略短。</translation>
    </message>
    <message>
        <source>PyTorch adds epsilon to the root, nnplay under it: weights with tiny gradients move otherwise.</source>
        <translation>PyTorch 把 epsilon 加在根号外，nnplay 加在根号内，所以梯度极小的权重变化不同。</translation>
    </message>
    <message>
        <source>PyTorch&apos;s velocity holds gradients, nnplay&apos;s holds steps: they part when the learning rate changes.</source>
        <translation>PyTorch 的动量累积梯度，nnplay 的动量累积步长，学习率变化时两者会有差别。</translation>
    </message>
    <message>
        <source>Keras clips in one way only: single gradients are not limited to {clip_value}.</source>
        <translation>Keras 只能用一种方式裁剪梯度，这里不会把单个梯度限制在 {clip_value} 以内。</translation>
    </message>
    <message>
        <source>In nnplay these penalties follow each step (TensorFlow Playground&apos;s rule); here they are in the loss.</source>
        <translation>在 nnplay 中，这些惩罚在每一步之后进行（TensorFlow Playground 的规则）；这里它们算在损失里。</translation>
    </message>
    <message>
        <source>PyTorch cannot normalize a batch of one example: such a batch is left out here.</source>
        <translation>PyTorch 不能对只有一个样本的批做归一化，这里会略去这样的批。</translation>
    </message>
    <message>
        <source>When Keras runs on PyTorch, this mean counts the margin where it lies on one side only.</source>
        <translation>Keras 在 PyTorch 上运行时，若只有一侧有填充，这个均值会把填充也算进去。</translation>
    </message>
    <message>
        <source>PyTorch&apos;s running variance divides by n - 1, nnplay&apos;s by n: predictions differ a little.</source>
        <translation>PyTorch 的滑动方差除以 n - 1，nnplay 除以 n，预测会略有不同。</translation>
    </message>
    <message>
        <source>The loss that Keras watches contains the penalties of the weights.</source>
        <translation>Keras 监视的损失包含权重的惩罚项。</translation>
    </message>
    <message>
        <source>Keras judges the mean loss during the epoch, nnplay the loss at its end.</source>
        <translation>Keras 看的是这一轮次中损失的均值，nnplay 看的是轮次结束时的损失。</translation>
    </message>
    <message>
        <source>Keras brings the best weights back also when the last epoch ends the run.</source>
        <translation>即使训练在最后一个轮次正常结束，Keras 也会恢复最好的权重。</translation>
    </message>
    <message>
        <source>A plateau during the warm-up does not reduce the rate here.</source>
        <translation>预热期间即使损失停滞，这里也不会降低学习率。</translation>
    </message>
    <message>
        <source>Keras keeps outputs 1e-7 away from 0 and 1 before the logarithm: a very sure neuron learns no more.</source>
        <translation>Keras 取对数之前让输出与 0 和 1 至少相差 1e-7，非常确定的神经元不再学习。</translation>
    </message>
    <message>
        <source>1. Load the data.</source>
        <translation>1. 加载数据。</translation>
    </message>
    <message>
        <source>2. Define the network.</source>
        <translation>2. 定义网络。</translation>
    </message>
    <message>
        <source>3. Compile: loss, optimizer, metrics.</source>
        <translation>3. 编译：损失函数、优化器、评价指标。</translation>
    </message>
    <message>
        <source>3. Choose the optimizer.</source>
        <translation>3. 选择优化器。</translation>
    </message>
    <message>
        <source>4. Fit.</source>
        <translation>4. 训练。</translation>
    </message>
    <message>
        <source>3. and 4. Choose how to learn, and fit.</source>
        <translation>3、4. 选择怎样学习，然后训练。</translation>
    </message>
    <message>
        <source>5. Evaluate and predict.</source>
        <translation>5. 评估和预测。</translation>
    </message>
    <message>
        <source>There are no test data: this is how well it knows what it has learned from.</source>
        <translation>没有测试数据，这里看的是它对学过的样本掌握得怎样。</translation>
    </message>
    <message>
        <source>The first ten: what the network says, and what is right.</source>
        <translation>前十个样本：网络的回答，以及正确答案。</translation>
    </message>
    <message>
        <source>Somebody who is average in everything:</source>
        <translation>各项都处于平均值的一个人：</translation>
    </message>
    <message>
        <source>Muted weights stay 0.</source>
        <translation>屏蔽的权重保持为 0。</translation>
    </message>
    <message>
        <source>Frozen: these weights stay as they are.</source>
        <translation>冻结：这些权重保持不变。</translation>
    </message>
    <message>
        <source>Install what it needs: {command}</source>
        <translation>安装所需的库：{command}</translation>
    </message>
    <message>
        <source>A program for {library}, made with nnplay.</source>
        <translation>由 nnplay 生成的 {library} 程序。</translation>
    </message>
    <message>
        <source>The columns: {names}.</source>
        <translation>各列：{names}。</translation>
    </message>
    <message>
        <source>The loss of all examples: a forward pass.</source>
        <translation>所有样本的损失：一次前向传播。</translation>
    </message>
    <message>
        <source>Nudge each weight, see how the loss changes, and move the weights against that: no calculus at all.</source>
        <translation>逐个扰动权重，看损失怎样变化，再让权重朝相反方向移动，完全不用微积分。</translation>
    </message>
    <message>
        <source>Gradients of muted and of single frozen weights count when Keras limits the length of all gradients together.</source>
        <translation>Keras 一起限制所有梯度的长度时，被屏蔽的权重和单独冻结的权重的梯度也计算在内。</translation>
    </message>
</context>
<context>
    <name>proposals</name>
    <message>
        <source>With a Dense layer of {units} at its end.</source>
        <translation>在末尾加一个有 {units} 个神经元的全连接层。</translation>
    </message>
    <message>
        <source>Layers that were too narrow get {units} neurons.</source>
        <translation>过窄的层增加到 {units} 个神经元。</translation>
    </message>
    <message>
        <source>Its input and its output follow the data.</source>
        <translation>它的输入和输出随数据而变。</translation>
    </message>
    <message>
        <source>Your network, adapted</source>
        <translation>你的网络（已调整）</translation>
    </message>
    <message>
        <source>Convolutional network</source>
        <translation>卷积网络</translation>
    </message>
    <message>
        <source>Finds small patterns wherever they are: the usual choice for pictures.</source>
        <translation>能发现任何位置的小图案：处理图片的常用选择。</translation>
    </message>
    <message>
        <source>One hidden layer</source>
        <translation>一个隐藏层</translation>
    </message>
    <message>
        <source>{units} neurons that each see all {inputs} pixels: quick to train.</source>
        <translation>{units} 个神经元，每个都看到全部 {inputs} 个像素：训练很快。</translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation>没有隐藏层</translation>
    </message>
    <message>
        <source>One weight for each pixel: its weights can be seen as pictures.</source>
        <translation>每个像素一个权重：权重可以当作图片来看。</translation>
    </message>
    <message>
        <source>Neurons: {units}, for what the data have (inputs: {inputs}, outputs: {outputs}, examples: {examples:,}).</source>
        <translation>神经元：{units} 个，按数据的情况而定（输入：{inputs}，输出：{outputs}，样本：{examples:,}）。</translation>
    </message>
    <message>
        <source>Neurons: {units}, for what the data have (inputs: {inputs}, outputs: {outputs}).</source>
        <translation>神经元：{units} 个，按数据的情况而定（输入：{inputs}，输出：{outputs}）。</translation>
    </message>
    <message>
        <source>Two hidden layers</source>
        <translation>两个隐藏层</translation>
    </message>
    <message>
        <source>{units} neurons in each: finer distinctions, for many examples.</source>
        <translation>每层 {units} 个神经元：样本多时能区分得更细。</translation>
    </message>
    <message>
        <source>One weight for each input: easy to read, and hard to overfit.</source>
        <translation>每个输入一个权重：容易看懂，也不易过拟合。</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>A run in nnplay</source>
        <translation>nnplay 中的一次训练</translation>
    </message>
    <message>
        <source>Nothing has been trained yet.</source>
        <translation>还没有训练过。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>The same as a Keras program</source>
        <translation>同样内容的 Keras 程序</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重数</translation>
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
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Rows are the actual classes, columns what the network says.</source>
        <translation>行为真实类别，列为网络的预测类别。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Greatest length of a unit&apos;s weights</source>
        <translation>每个神经元权重的最大长度</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>first weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>order of the examples</source>
        <translation>样本顺序</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Examples of rare classes repeated</source>
        <translation>重复稀有类别的样本</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Run {number}</source>
        <translation>第 {number} 次训练</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有不同</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Units</source>
        <translation>神经元数</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>卷积核数</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>卷积核大小</translation>
    </message>
    <message>
        <source>Height and width of a filter&apos;s window in pixels, such as 3 × 3.</source>
        <translation>卷积窗口的高和宽（像素），例如 3 × 3。</translation>
    </message>
    <message>
        <source>Pool size</source>
        <translation>池化大小</translation>
    </message>
    <message>
        <source>Height and width of the squares that become one number each.</source>
        <translation>每个方块的高和宽，一个方块变成一个数。</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How far the window moves, down and across; larger steps shrink the picture.</source>
        <translation>窗口向下和向右移动的距离；步幅越大，图像越小。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The function that turns a neuron&apos;s weighted sum into its output.</source>
        <translation>把神经元的加权和变成输出的函数。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>权重初始化</translation>
    </message>
    <message>
        <source>How the weights are drawn before training.</source>
        <translation>训练之前如何抽取权重。</translation>
    </message>
    <message>
        <source>First biases</source>
        <translation>偏置初始化</translation>
    </message>
    <message>
        <source>How the biases are drawn before training.</source>
        <translation>训练之前如何抽取偏置。</translation>
    </message>
    <message>
        <source>L1 of this layer</source>
        <translation>本层 L1</translation>
    </message>
    <message>
        <source>L2 of this layer</source>
        <translation>本层 L2</translation>
    </message>
    <message>
        <source>Pulls this layer&apos;s weights to zero by their square: large ones shrink.</source>
        <translation>按平方把本层权重拉向零：大的权重会变小。</translation>
    </message>
    <message>
        <source>Greatest norm</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Learned shift</source>
        <translation>学习的偏移</translation>
    </message>
    <message>
        <source>Whether a learned number (beta) is added to each normalized one.</source>
        <translation>是否给每个归一化的数加上一个学习得到的数（beta）。</translation>
    </message>
    <message>
        <source>Learned scale</source>
        <translation>学习的缩放</translation>
    </message>
    <message>
        <source>Whether each normalized number is multiplied by a learned one (gamma).</source>
        <translation>是否把每个归一化的数乘以一个学习得到的数（gamma）。</translation>
    </message>
    <message>
        <source>Target shape</source>
        <translation>目标形状</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>The number of neurons in the layer, and so of the numbers that it outputs.</source>
        <translation>这一层有多少神经元，就输出多少个数。</translation>
    </message>
    <message>
        <source>The number of patterns that the layer looks for; each gives one channel.</source>
        <translation>这一层寻找多少种图案；每种给出一个通道。</translation>
    </message>
    <message>
        <source>valid: the window stays inside the picture; same: padding keeps the picture&apos;s size.</source>
        <translation>valid：窗口不超出图像；same：补边以保持图像大小。</translation>
    </message>
    <message>
        <source>Whether a learned number is added to each neuron&apos;s weighted sum.</source>
        <translation>是否在每个神经元的加权和上再加一个数。</translation>
    </message>
    <message>
        <source>Pulls this layer&apos;s weights to zero by their absolute value: weak ones vanish.</source>
        <translation>按大小把本层权重拉向零：弱的权重会消失。</translation>
    </message>
    <message>
        <source>The maximum length of the weights into one neuron; empty for no limit.</source>
        <translation>进入一个神经元的权重向量的最大长度；留空表示不限。</translation>
    </message>
    <message>
        <source>The share of the numbers that are switched off in each step, from 0 to below 1.</source>
        <translation>丢弃率：每一步随机丢弃的数的比例，从 0 到小于 1。</translation>
    </message>
    <message>
        <source>The strength of the noise.</source>
        <translation>噪声的强度。</translation>
    </message>
    <message>
        <source>The share of the old moving average that each step keeps.</source>
        <translation>每一步保留的旧移动平均的比例。</translation>
    </message>
    <message>
        <source>Added to the variance, to avoid division by zero.</source>
        <translation>加到方差上，避免除以零。</translation>
    </message>
    <message>
        <source>The new shape, such as 28, 28, 1; one number may be −1 and is then computed.</source>
        <translation>新的形状，例如 28, 28, 1；其中一个数可以是 −1，会自动算出。</translation>
    </message>
    <message>
        <source>The axis along which the inputs are joined, counted from 1; −1 is the last one.</source>
        <translation>沿哪个轴拼接，从 1 开始；−1 是最后一个轴。</translation>
    </message>
    <message>
        <source>The settings were damaged. Unreadable ones are back at their defaults; the old file is kept as {path}.</source>
        <translation>设置文件已损坏：无法读取的设置已恢复默认值。损坏的文件保存为 {path}。</translation>
    </message>
    <message>
        <source>Settings cannot be saved: {path} is not writable.</source>
        <translation>无法保存设置：{path} 不可写入。</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Change Units</source>
        <translation>更改神经元个数</translation>
    </message>
    <message>
        <source>Change Activation</source>
        <translation>更改激活函数</translation>
    </message>
    <message>
        <source>Change Settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Rename Layer</source>
        <translation>重命名层</translation>
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
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消屏蔽</translation>
    </message>
    <message>
        <source>Redraw Weights</source>
        <translation>重新抽取权重</translation>
    </message>
    <message>
        <source>Change Initializer</source>
        <translation>更改初始化方法</translation>
    </message>
    <message>
        <source>Insert Layer</source>
        <translation>插入层</translation>
    </message>
    <message>
        <source>Replace Layer</source>
        <translation>替换层</translation>
    </message>
    <message>
        <source>Remove Layer</source>
        <translation>删除层</translation>
    </message>
    <message>
        <source>Remove Layers</source>
        <translation>删除多个层</translation>
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
        <source>Align Layers</source>
        <translation>对齐层</translation>
    </message>
    <message>
        <source>Draw Link</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>Remove Link</source>
        <translation>删除连接</translation>
    </message>
    <message>
        <source>Skip Layer</source>
        <translation>跳过层</translation>
    </message>
    <message>
        <source>Use Layer Again</source>
        <translation>恢复层</translation>
    </message>
    <message>
        <source>Cut Layers</source>
        <translation>剪切层</translation>
    </message>
    <message>
        <source>Paste Layers</source>
        <translation>粘贴层</translation>
    </message>
    <message>
        <source>Duplicate Layers</source>
        <translation>制作层的副本</translation>
    </message>
    <message>
        <source>New from Template</source>
        <translation>从模板新建</translation>
    </message>
    <message>
        <source>Change activation</source>
        <translation>更改激活函数</translation>
    </message>
    <message>
        <source>Step by hand</source>
        <translation>手算一步</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Repeat rare classes</source>
        <translation>重复稀有类别</translation>
    </message>
    <message>
        <source>Do not repeat rare classes</source>
        <translation>不重复稀有类别</translation>
    </message>
    <message>
        <source>Change number of examples</source>
        <translation>改变样本数</translation>
    </message>
    <message>
        <source>Change noise</source>
        <translation>改变噪声</translation>
    </message>
    <message>
        <source>Change share of training data</source>
        <translation>改变训练数据比例</translation>
    </message>
    <message>
        <source>Regenerate data</source>
        <translation>重新生成数据</translation>
    </message>
    <message>
        <source>Change the ways of writing</source>
        <translation>更改书写方式</translation>
    </message>
    <message>
        <source>Change formula</source>
        <translation>更改公式</translation>
    </message>
    <message>
        <source>Change inputs</source>
        <translation>更改输入</translation>
    </message>
    <message>
        <source>Turn to regression</source>
        <translation>切换到回归</translation>
    </message>
    <message>
        <source>Switch to classification</source>
        <translation>切换到分类</translation>
    </message>
    <message>
        <source>Delete an experiment</source>
        <translation>删除实验</translation>
    </message>
    <message>
        <source>Experiment: {title}</source>
        <translation>实验：{title}</translation>
    </message>
    <message>
        <source>Open {settings}</source>
        <translation>打开 {settings}</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>离开课程</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <source>Jitter points</source>
        <translation>抖动点</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>画点</translation>
    </message>
    <message>
        <source>Open {run}</source>
        <translation>打开{run}</translation>
    </message>
    <message>
        <source>Star a run</source>
        <translation>给训练加星标</translation>
    </message>
    <message>
        <source>Take a star away</source>
        <translation>去掉星标</translation>
    </message>
    <message>
        <source>Rename a run</source>
        <translation>重命名训练</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>删除训练</translation>
    </message>
    <message>
        <source>Change gradient clipping</source>
        <translation>更改梯度裁剪</translation>
    </message>
    <message>
        <source>Change regularization</source>
        <translation>更改正则化</translation>
    </message>
    <message>
        <source>Change optimizer</source>
        <translation>更改优化器</translation>
    </message>
    <message>
        <source>Change schedule</source>
        <translation>更改学习率调度</translation>
    </message>
    <message>
        <source>Change when training stops</source>
        <translation>更改停止训练的条件</translation>
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
        <source>Change loss</source>
        <translation>更改损失函数</translation>
    </message>
    <message>
        <source>Paste Weights</source>
        <translation>粘贴权重</translation>
    </message>
    <message>
        <source>Set Weights to Zero</source>
        <translation>权重设为零</translation>
    </message>
    <message>
        <source>Fill Weights</source>
        <translation>填充权重</translation>
    </message>
    <message>
        <source>Round Weights</source>
        <translation>权重取整到小数位</translation>
    </message>
    <message>
        <source>Freeze Weights</source>
        <translation>冻结权重</translation>
    </message>
    <message>
        <source>Release Weights</source>
        <translation>解冻权重</translation>
    </message>
    <message>
        <source>Mute Weights</source>
        <translation>屏蔽权重</translation>
    </message>
    <message>
        <source>Unmute Weights</source>
        <translation>取消屏蔽权重</translation>
    </message>
    <message>
        <source>Load Weights</source>
        <translation>读入权重</translation>
    </message>
    <message>
        <source>Change Seed</source>
        <translation>更改种子</translation>
    </message>
    <message>
        <source>Redraw Layer</source>
        <translation>重新抽取整层</translation>
    </message>
    <message>
        <source>Set up for a class</source>
        <translation>课堂设置</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>Read weights</source>
        <translation>读取权重</translation>
    </message>
    <message>
        <source>Read model</source>
        <translation>读取模型</translation>
    </message>
    <message>
        <source>Paste Keras code</source>
        <translation>粘贴 Keras 代码</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
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
    <message>
        <source>Put my digits into the project</source>
        <translation>把我的数字放入项目</translation>
    </message>
    <message>
        <source>Learn my digits</source>
        <translation>学习我的数字</translation>
    </message>
    <message numerus="yes">
        <source>Train %Ln epoch(s)</source>
        <translation>
            <numerusform>训练 %Ln 个轮次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train %Ln step(s)</source>
        <translation>
            <numerusform>训练 %Ln 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on from epoch {epoch}</source>
        <translation>从第 {epoch} 轮次继续</translation>
    </message>
    <message>
        <source>Choose data and network</source>
        <translation>选择数据和网络</translation>
    </message>
    <message>
        <source>Exchange with the twin</source>
        <translation>与对照网络互换</translation>
    </message>
    <message>
        <source>Lay Out in Rows</source>
        <translation>分行排列</translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>Perceptron</source>
        <translation>感知机</translation>
    </message>
    <message>
        <source>No hidden layer at all: one straight line, or one for each class.</source>
        <translation>没有隐藏层：一条直线，或每个类别一条。</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Playground 默认网络</translation>
    </message>
    <message>
        <source>Four and two tanh neurons: what TensorFlow Playground begins with.</source>
        <translation>四个和两个 tanh 神经元：TensorFlow Playground 的初始网络。</translation>
    </message>
    <message>
        <source>Deep network</source>
        <translation>深层网络</translation>
    </message>
    <message>
        <source>Five hidden layers of the same width, ReLU throughout.</source>
        <translation>五个同宽的隐藏层，全部使用 ReLU。</translation>
    </message>
    <message>
        <source>MNIST classic</source>
        <translation>MNIST 经典网络</translation>
    </message>
    <message>
        <source>One hidden layer of 128 with dropout, as in most first lessons on digits.</source>
        <translation>一个 128 神经元的隐藏层加 Dropout，常见于数字识别入门课。</translation>
    </message>
    <message>
        <source>Small CNN</source>
        <translation>小型卷积网络</translation>
    </message>
    <message>
        <source>Two convolutions with pooling for pictures, then one dense layer.</source>
        <translation>两次卷积加池化处理图像，然后一个全连接层。</translation>
    </message>
    <message>
        <source>Residual network</source>
        <translation>残差网络</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>Two blocks that each add their result to their input.</source>
        <translation>两个残差块，每块把结果加到自己的输入上。</translation>
    </message>
    <message>
        <source>Down to a code of two numbers and back to the size of the input; the last layer gives the answer.</source>
        <translation>压缩成两个数的编码，再展开到输入大小；最后一层给出答案。</translation>
    </message>
</context>
<context>
    <name>training fields</name>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>β₁</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>How slowly the running mean of the gradients forgets</source>
        <translation>梯度滑动平均遗忘得多慢</translation>
    </message>
    <message>
        <source>β₂</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>How slowly the running mean of their squares forgets</source>
        <translation>梯度平方的滑动平均遗忘得多慢</translation>
    </message>
    <message>
        <source>ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>A small number that keeps the division from failing near 0</source>
        <translation>防止在 0 附近相除出错的小数</translation>
    </message>
    <message>
        <source>ρ</source>
        <translation>ρ</translation>
    </message>
    <message>
        <source>How slowly the running mean of the squared gradients forgets</source>
        <translation>梯度平方的滑动平均遗忘得多慢</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Divide by how much the gradients vary rather than by how large they are</source>
        <translation>除以梯度的波动幅度，而不是其大小</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Each step shrinks every weight by this share, times the learning rate</source>
        <translation>每一步把每个权重缩小这个比例乘以学习率</translation>
    </message>
    <message>
        <source>First sum</source>
        <translation>初始累加值</translation>
    </message>
    <message>
        <source>η⁻</source>
        <translation>η⁻</translation>
    </message>
    <message>
        <source>A weight&apos;s step shrinks by this factor when its gradient turns</source>
        <translation>梯度变号时，该权重的步长乘以此因子缩小</translation>
    </message>
    <message>
        <source>η⁺</source>
        <translation>η⁺</translation>
    </message>
    <message>
        <source>A weight&apos;s step grows by this factor while its gradient keeps its sign</source>
        <translation>梯度不变号时，该权重的步长乘以此因子增大</translation>
    </message>
    <message>
        <source>Least step</source>
        <translation>最小步长</translation>
    </message>
    <message>
        <source>Greatest step</source>
        <translation>最大步长</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Most iterations within one step</source>
        <translation>一步之内的最多迭代次数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆长度</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Last share</source>
        <translation>最终比例</translation>
    </message>
    <message>
        <source>First share</source>
        <translation>初始比例</translation>
    </message>
    <message>
        <source>Share of the learning rate at the start</source>
        <translation>开始时的学习率比例</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Epochs without a better loss to wait for</source>
        <translation>损失没有改善时等待多少轮</translation>
    </message>
    <message>
        <source>Least progress</source>
        <translation>最小改善</translation>
    </message>
    <message>
        <source>Least share</source>
        <translation>最小比例</translation>
    </message>
    <message>
        <source>The learning rate never falls below this share of itself</source>
        <translation>学习率不会低于自身的这个比例</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Falls evenly</source>
        <translation>指数下降</translation>
    </message>
    <message>
        <source>Half a cosine</source>
        <translation>余弦退火</translation>
    </message>
    <message>
        <source>Warm-up first</source>
        <translation>先预热</translation>
    </message>
    <message>
        <source>Share of the last step that the next one keeps: 0 for none, 0.9 for a lot</source>
        <translation>下一步保留上一步的比例：0 表示不保留，0.9 表示保留很多</translation>
    </message>
    <message>
        <source>Take the gradient where the momentum leads rather than at the present weights</source>
        <translation>从动量将到达之处而不是从当前位置迈步</translation>
    </message>
    <message>
        <source>Start value of the sum of squared gradients</source>
        <translation>梯度平方和从多少开始</translation>
    </message>
    <message>
        <source>Smallest step of a weight</source>
        <translation>停滞时下降</translation>
    </message>
    <message>
        <source>Largest step of a weight</source>
        <translation>梯度平方和从多少开始</translation>
    </message>
    <message>
        <source>Number of earlier iterations used to estimate the curvature of the loss</source>
        <translation>用多少次以前的迭代来估计损失的弯曲程度</translation>
    </message>
    <message>
        <source>Factor of the learning rate each time</source>
        <translation>每次学习率乘以多少</translation>
    </message>
    <message>
        <source>Number of epochs</source>
        <translation>训练这么多轮后</translation>
    </message>
    <message>
        <source>Share of the learning rate that remains at the end</source>
        <translation>最后剩下的学习率比例</translation>
    </message>
    <message>
        <source>The schedule after the warm-up</source>
        <translation>预热之后学习率如何变化</translation>
    </message>
    <message>
        <source>How much the loss must fall to count as better</source>
        <translation>损失至少下降多少才算改善</translation>
    </message>
    <message>
        <source>Step decay</source>
        <translation>任何权重的步长都不会更小</translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation>停滞时下降</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>{run} and {twin} learned with the same settings.</source>
        <translation>{run}与{twin}学习时的设置相同。</translation>
    </message>
    <message>
        <source>{difference}: the only difference between {run} and {twin}.</source>
        <translation>{difference}：{run}与{twin}之间唯一的不同。</translation>
    </message>
    <message>
        <source>{difference} made hardly a difference: loss {own} became {other}. All else was the same.</source>
        <translation>{difference}几乎没有影响：损失由 {own} 变为 {other}。其余都相同。</translation>
    </message>
    <message>
        <source>{difference} made it better: loss {other} instead of {own}. All else was the same.</source>
        <translation>{difference}使结果更好：损失是 {other}，而不是 {own}。其余都相同。</translation>
    </message>
    <message>
        <source>{difference} made it worse: loss {other} instead of {own}. All else was the same.</source>
        <translation>{difference}使结果更差：损失是 {other}，而不是 {own}。其余都相同。</translation>
    </message>
    <message>
        <source>Both are in the list of runs.</source>
        <translation>两者都在训练记录中。</translation>
    </message>
</context>
<context>
    <name>worksheet</name>
    <message>
        <source>Forward through {layer}</source>
        <translation>前向通过 {layer}</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Backward through {layer}</source>
        <translation>反向通过 {layer}</translation>
    </message>
    <message>
        <source>The new weights</source>
        <translation>新的权重</translation>
    </message>
    <message>
        <source>{title}: the answers</source>
        <translation>{title}：答案</translation>
    </message>
    <message>
        <source>Name: ______________________    Date: ______________</source>
        <translation>姓名：______________________    日期：______________</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已知</translation>
    </message>
</context>
</TS>
